"""Commit and rollback both give the connection back: no way out leaves it in use."""

from celery import shared_task
from sqlalchemy import update

from shop.db import SessionLocal
from shop.models import Basket


@shared_task
def expire_baskets(before: str) -> None:
    session = SessionLocal()
    try:
        session.execute(update(Basket).where(Basket.touched_at < before).values(state="expired"))
        session.commit()
    except Exception:
        session.rollback()
        raise
