from celery.schedules import crontab

from shop.celery_app import app

app.conf.beat_schedule = {
    "receipts": {"task": "shop.mail.send_receipt", "schedule": 60.0, "args": (1,)},
    "digest": {"task": "mail.digest", "schedule": crontab(minute=0), "args": (7,)},
}
