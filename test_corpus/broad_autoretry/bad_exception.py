from celery import shared_task

from stock.warehouse import Warehouse


@shared_task(
    autoretry_for=(Exception,),  # expect CEL207: autoretry_for=(Exception,)
    retry_backoff=True,
    max_retries=5,
)
def reserve_stock(order_id: int, article: str) -> None:
    Warehouse.of(article).reserve(order_id)
