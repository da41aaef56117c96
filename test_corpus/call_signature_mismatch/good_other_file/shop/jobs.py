from shop.celery_app import celery_app


@celery_app.task
def send_invoice(order_id: int, language: str = "en") -> None:
    print(order_id, language)
