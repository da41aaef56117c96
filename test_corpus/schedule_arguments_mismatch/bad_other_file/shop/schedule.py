from shop.celery_app import app

app.conf.beat_schedule = {
    "receipts": {"task": "shop.mail.send_receipt", "schedule": 60.0},  # expect CEL704: "shop.mail.send_receipt"
    "digest": {"task": "mail.digest", "schedule": 60.0},
}
