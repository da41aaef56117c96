"""Tasks of other hours or other days, which never meet."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "monday": {"task": "shop.tasks.order", "schedule": crontab(minute=0, hour=1, day_of_week=1)},
    "tuesday": {"task": "shop.tasks.order", "schedule": crontab(minute=0, hour=1, day_of_week=2)},
    "wednesday": {"task": "shop.tasks.order", "schedule": crontab(minute=0, hour=1, day_of_week=3)},
    "monthly": {"task": "shop.tasks.invoice", "schedule": crontab(minute=0, hour=1, day_of_month=1)},
    "one": {"task": "shop.tasks.one", "schedule": crontab(minute=0, hour=1)},
    "two": {"task": "shop.tasks.two", "schedule": crontab(minute=0, hour=2)},
    "three": {"task": "shop.tasks.three", "schedule": crontab(minute=0, hour=3)},
    "four": {"task": "shop.tasks.four", "schedule": crontab(minute=0, hour=4)},
    "half": {"task": "shop.tasks.half", "schedule": crontab(minute=30, hour=1)},
}
