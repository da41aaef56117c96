from celery import shared_task

from shop.extensions import db
from shop.models import Customer


@shared_task
def rate_customers() -> None:
    for number, customer in enumerate(Customer.query.filter_by(is_active=True)):  # expect CEL316: Customer.query.filter_by(is_active=True)
        customer.rate(number)
    db.session.commit()
