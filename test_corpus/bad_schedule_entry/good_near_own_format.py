"""The file makes the entries of beat out of this: text becomes a crontab below."""

from celery.schedules import crontab

CELERY_JOBS = {
    "digest": {"task": "mail.digest", "schedule": "0 7 * * 1", "enabled": True},
}
CELERY_BEAT_SCHEDULE = {
    "purge": {"task": "mail.purge", "schedule": "30 2 * * *", "team": "operations"},
}

for entry in CELERY_BEAT_SCHEDULE.values():
    entry.pop("team")
    entry["schedule"] = crontab.from_string(entry["schedule"])
