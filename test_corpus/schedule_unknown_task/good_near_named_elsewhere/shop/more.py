"""A task that has the name of another module's."""

from shop.celery_app import app


@app.task(name="shop.mail.send_reminder")
def remind(order_id: int) -> None:
    print(order_id)
