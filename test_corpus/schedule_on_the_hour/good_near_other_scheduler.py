"""A scheduler of the project spreads the entries by an offset of its own."""

from celery.schedules import crontab

CELERYBEAT_SCHEDULER = "guild.crontab.schedulers.OffsetDatabaseScheduler"
CELERYBEAT_SCHEDULE = {
    "one": {"task": "guild.tasks.one", "schedule": crontab(minute="0", hour="*"), "apply_offset": True},
    "two": {"task": "guild.tasks.two", "schedule": crontab(minute="0", hour="*/2"), "apply_offset": True},
    "three": {"task": "guild.tasks.three", "schedule": crontab(minute="0", hour="*/4"), "apply_offset": True},
    "four": {"task": "guild.tasks.four", "schedule": crontab(minute="0", hour="*/6"), "apply_offset": True},
    "five": {"task": "guild.tasks.five", "schedule": crontab(minute="0", hour="*"), "apply_offset": True},
}
