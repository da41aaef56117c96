from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

from fleet.models import Device
from fleet.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
open_session = sessionmaker(bind=engine)


@shared_task
def retire(device_id: int) -> None:
    session = open_session()
    try:
        device = session.get(Device, device_id)
        device.retired = True  # expect CEL306: device.retired
    finally:
        session.close()


@shared_task
def forget_pings() -> None:
    with Session(engine) as session:
        session.query(Device).update({"last_ping": None})  # expect CEL306: session.query(Device)
