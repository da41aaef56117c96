from celery import shared_task
from sqlalchemy.orm import Session

from shop.database import engine
from shop.models import Customer


@shared_task
def load_customer(customer_id: int):
    with Session(engine) as session:
        return session.get(Customer, customer_id)  # expect CEL526: session.get(Customer, customer_id)
