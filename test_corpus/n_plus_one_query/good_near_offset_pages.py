"""One query a page: every round reads a page of rows, not a row."""

from celery import shared_task
from sqlalchemy import select

from feeds.db import SessionLocal
from feeds.models import Offer
from feeds.xml import append_offers

PAGE = 200


@shared_task
def write_feed(path: str, pages: int) -> None:
    with SessionLocal() as session:
        for number in range(pages):
            offers = session.scalars(select(Offer).order_by(Offer.id).offset(number * PAGE).limit(PAGE)).all()
            append_offers(path, offers)
