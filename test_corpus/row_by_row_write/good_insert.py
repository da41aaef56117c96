from celery import shared_task
from sqlalchemy import insert

from shop.db import SessionLocal
from shop.models import Price


@shared_task
def import_prices(rows: list[dict]) -> int:
    with SessionLocal() as session:
        session.execute(insert(Price), [{"sku": row["sku"], "cents": int(row["cents"])} for row in rows])
        session.commit()
    return len(rows)
