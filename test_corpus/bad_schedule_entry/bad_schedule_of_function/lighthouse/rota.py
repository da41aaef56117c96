from celery.schedules import crontab


def night_schedule():
    return {
        "light": {"task": "lighthouse.lamp.light", "schedule": crontab(minute=0, hour=18)},
        "douse": {
            "task": "lighthouse.lamp.douse",
            "schedule": "every morning",  # expect CEL717: "every morning"
        },
    }
