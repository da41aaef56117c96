from celery import shared_task

from fleet.db import SessionLocal
from fleet.models import Position, Run


@shared_task
def store_position(device_id: int, latitude: float, longitude: float, run_id: int | None = None) -> None:
    with SessionLocal() as session:
        place = Position(device_id=device_id, latitude=latitude, longitude=longitude)
        session.add(place)  # expect CEL306: session.add(place)
        if run_id:
            session.add(Run(id=run_id, done=True))
            session.commit()
