import stripe
from celery import shared_task

from shop.models import Order


@shared_task(acks_late=True)
def charge_order(order_id: int) -> None:
    order = Order.objects.get(pk=order_id)
    charge = stripe.Charge.create(amount=order.total, currency="eur", source=order.card)  # expect CEL218: stripe.Charge.create(amount=order.total, currency="eur", source=order.card)
    order.mark_paid(charge.id)
