"""Ids and other values are small, an iterator keeps no rows, and a manager's own method may do anything."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Article, Order


@shared_task
def fan_out() -> None:
    with SessionLocal() as session:
        for order_id in session.scalars(select(Order.id).where(Order.is_open)).all():
            work_off.delay(order_id)
    for pk in Article.objects.filter(is_public=True).values_list("pk", flat=True):
        work_off.delay(pk)
    for article in Article.objects.all().iterator(chunk_size=500):
        article.index()
    for article in Article.objects.recent():
        article.index()


@shared_task
def work_off(order_id: int) -> None:
    with SessionLocal() as session:
        rates = {rate.currency: rate for rate in session.scalars(select(Order)).all()}
        print(order_id, len(rates))
