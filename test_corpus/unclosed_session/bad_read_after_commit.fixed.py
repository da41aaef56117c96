from celery import shared_task
from sqlalchemy import create_engine, delete, func, select
from sqlalchemy.orm import sessionmaker

from sensors.models import Reading

engine = create_engine("postgresql+psycopg://localhost/sensors")
new_session = sessionmaker(engine)


@shared_task
def drop_old_readings(before: str) -> int:
    with new_session() as session:
        try:
            session.execute(delete(Reading).where(Reading.taken_at < before))
            session.commit()
        except Exception:
            session.rollback()
            raise
        return session.scalar(select(func.count(Reading.id)))
