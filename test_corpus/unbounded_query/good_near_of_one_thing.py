"""There are only so many: the orders of one customer, the members of one team, the parts of one page."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Item, Member, Order


@shared_task
def merge(customer_id: int, state: str, conditions: list) -> None:
    with SessionLocal() as session:
        for order in session.scalars(select(Order).where(Order.customer_id == customer_id, Order.is_open)).all():
            order.merge()
        for item in session.query(Item).filter_by(state=state).all():
            item.merge()
        for order in session.query(Order).filter(*conditions).all():
            print(order)


@shared_task
def greet(team_id: int) -> None:
    for member in Member.objects.filter(team_id=team_id, is_active=True):
        member.greet()
    for member in Member.objects.filter(name="admin"):
        member.greet()
    for member in Member.objects.filter(team__in=[team_id]).exclude(name=""):
        member.greet()
