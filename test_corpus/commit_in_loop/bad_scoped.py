from celery import shared_task

from shop.extensions import db
from shop.models import Customer
from shop.scoring import score_of


@shared_task
def rate_customers() -> None:
    for number, customer in enumerate(Customer.query.filter_by(active=True)):
        customer.score = score_of(customer)
        db.session.commit()  # expect CEL305: db.session.commit()
        print(number, customer.score)
