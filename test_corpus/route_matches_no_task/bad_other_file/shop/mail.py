from shop.celery_app import app


@app.task
def send_receipt(order_id: int) -> None:
    print(order_id)


@app.task(name="mail.digest")
def send_digest(week: int) -> None:
    print(week)
