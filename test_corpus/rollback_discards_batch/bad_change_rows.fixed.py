from celery import shared_task
from sqlalchemy import select

from billing.db import SessionLocal
from billing.models import Subscription
from billing.prices import price_of


@shared_task
def raise_prices(year: int) -> list[str]:
    failures = []
    session = SessionLocal()
    try:
        subscriptions = session.scalars(select(Subscription).where(Subscription.year < year)).all()
        for subscription in subscriptions:
            try:
                with session.begin_nested():
                    subscription.price = price_of(subscription.plan, year)
                    subscription.year = year
            except KeyError as error:
                failures.append(f"no price for {error}")
        session.commit()
    finally:
        session.close()
    return failures
