from celery.schedules import crontab

SCHEDULE = {
    "stoke": {"task": "forge.fire.stoke", "schedule": crontab(minute="*/10")},
    "sweep": {"task": "forge.fire.sweap", "schedule": crontab(minute=0, hour=22)},  # expect CEL703: "forge.fire.sweap"
}
SCHEDULE["bank"] = {"task": "forge.fire.banks", "schedule": crontab(minute=0, hour=23)}  # expect CEL703: "forge.fire.banks"
