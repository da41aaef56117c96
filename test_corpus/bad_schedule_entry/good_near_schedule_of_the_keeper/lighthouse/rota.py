from celery.schedules import crontab

EVENING = crontab(minute=0, hour=18)


def keeper_schedule():
    return {"light": {"task": "climb the stairs", "schedule": "every evening"}}
