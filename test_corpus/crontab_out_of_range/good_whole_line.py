from celery.schedules import crontab as cron

CELERYBEAT_SCHEDULE = {
    "rotate-keys": {
        "task": "vault.tasks.rotate_keys",
        "schedule": cron.from_string("0 3 * * 1"),
    },
    "check-seals": {
        "task": "vault.tasks.check_seals",
        "schedule": cron.from_string("*/10 * * * *"),
    },
    "audit": {
        "task": "vault.tasks.audit",
        "schedule": cron.from_string("0 23 * * *"),
    },
}
