from celery import Celery

from shop.orders import mark_unpaid
from shop.payments import PaymentDeclined, charge

app = Celery("shop")


@app.task(
    bind=True,
    name="shop.charge_order",
    max_retries=6,
    time_limit=120,
)
def charge_order(self, order_id: int) -> None:
    try:
        charge(order_id)
    except PaymentDeclined:
        try:
            raise self.retry(countdown=2**self.request.retries)
        except self.MaxRetriesExceededError:
            mark_unpaid(order_id)
