from celery.schedules import crontab

from shop.celery_app import app

app.conf.beat_schedule = {
    "receipts": {"task": "shop.mail.send_reciept", "schedule": 60.0},  # expect CEL703: "shop.mail.send_reciept"
    "digest": {"task": "shop.mail.send_digest", "schedule": crontab(minute=0)},  # expect CEL703: "shop.mail.send_digest"
}
