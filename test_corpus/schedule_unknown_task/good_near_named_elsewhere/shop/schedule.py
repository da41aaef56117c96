from shop.celery_app import app

app.conf.beat_schedule = {
    "reminders": {"task": "shop.mail.send_reminder", "schedule": 60.0},
    "of_a_package": {"task": "shop.gone.purge", "schedule": 60.0},
    "of_another_service": {"task": "billing.mail.send", "schedule": 60.0},
}
