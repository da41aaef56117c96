from celery.schedules import crontab


def keep(celery):
    celery.conf.timezone = "Europe/Paris"
    celery.conf.beat_schedule = {
        "light": {"task": "lighthouse.lamp.light", "schedule": crontab(minute=0, hour=18)},
    }
    celery.conf.beat_schedule["douse"] = {
        "task": "lighthouse.lamp.douse",
        "schedule": "every morning",  # expect CEL717: "every morning"
    }
