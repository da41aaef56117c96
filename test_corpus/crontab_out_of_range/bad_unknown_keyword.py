from celery.schedules import crontab

beat_schedules = [
    crontab(minutes=0, hour=4),  # expect CEL702: minutes=0
    crontab(minute=0, hour=4, dow="sat"),  # expect CEL702: dow="sat"
    crontab(minute=0, hour=4, year=2030),  # expect CEL702: year=2030
]
