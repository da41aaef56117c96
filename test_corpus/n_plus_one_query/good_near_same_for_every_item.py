"""The query does not depend on the item: it wants moving out of the loop, not loading in bulk."""

from celery import shared_task
from sqlalchemy import select

from hotel.db import SessionLocal
from hotel.models import Room, Tariff


@shared_task
def price_rooms(season: str) -> None:
    with SessionLocal() as session:
        for room in session.scalars(select(Room)).all():
            tariff = session.scalars(select(Tariff).where(Tariff.season == season)).one()
            room.price = tariff.base * room.factor
        session.commit()
