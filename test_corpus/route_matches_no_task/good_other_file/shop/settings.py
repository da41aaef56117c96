from shop.celery_app import app

app.conf.task_routes = {
    "shop.mail.send_receipt": {"queue": "mail"},
    "shop.mail.*": {"queue": "mail"},
    "mail.*": {"queue": "mail"},
    "billing.*": {"queue": "billing"},
}
