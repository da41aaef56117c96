from shop.celery_app import app

app.conf.task_routes = {
    "shop.mail.send_reciept": {"queue": "mail"},  # expect CEL706: "shop.mail.send_reciept"
    "shop.mail": {"queue": "mail"},  # expect CEL706: "shop.mail"
    "shop.mail.fetch_*": {"queue": "mail"},  # expect CEL706: "shop.mail.fetch_*"
}
