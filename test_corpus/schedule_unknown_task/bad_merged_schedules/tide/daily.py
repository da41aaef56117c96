from celery.schedules import crontab

SCHEDULE = {
    "report": {"task": "tide.gauges.reprot", "schedule": crontab(minute=0, hour=6)},  # expect CEL703: "tide.gauges.reprot"
}
