from celery.schedules import crontab

SCHEDULE = {
    "read": {"task": "tide.gauges.read", "schedule": crontab(minute=0)},
}
