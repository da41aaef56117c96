from shop.celery_app import app


def close(order_id: int) -> None:
    app.send_task("shop.mail.send_receipt", args=(order_id,))
    app.send_task("mail.digest", args=(7,))
    app.send_task("billing.mail.charge", args=(order_id,))
