"""One query for every five hundred rows is the mend, not the fault."""

from celery import shared_task
from sqlalchemy import select

from assets.db import SessionLocal
from assets.models import Asset
from assets.search import index

BATCH = 500


@shared_task
def index_assets(asset_ids: list[int]) -> None:
    with SessionLocal() as session:
        for start in range(0, len(asset_ids), BATCH):
            batch = asset_ids[start : start + BATCH]
            index(session.scalars(select(Asset).where(Asset.id.in_(batch))).all())
