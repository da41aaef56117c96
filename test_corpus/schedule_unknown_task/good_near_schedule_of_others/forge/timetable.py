from celery.schedules import crontab

SCHEDULE = {
    "stoke": {"task": "forge.fire.stoke", "schedule": crontab(minute="*/10")},
}
COURSE_SCHEDULE = {
    "sweep": {"task": "forge.fire.sweap", "schedule": "Monday"},
}
