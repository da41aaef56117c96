"""At most three attempts: the loop runs over tries, not over rows."""

from celery import shared_task
from sqlalchemy import select

from charging.db import SessionLocal
from charging.models import Lease


@shared_task
def lease_charger(station: str, car: str) -> int | None:
    with SessionLocal() as session:
        for attempt in range(3):
            lease = session.scalars(select(Lease).where(Lease.station == station, Lease.slot == attempt)).first()
            if lease is not None and lease.take(car):
                session.commit()
                return lease.id
    return None
