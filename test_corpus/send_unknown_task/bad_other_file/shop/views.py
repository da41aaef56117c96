from shop.celery_app import app


def close(order_id: int) -> None:
    app.send_task("shop.mail.send_reciept", args=(order_id,))  # expect CEL519: "shop.mail.send_reciept"
