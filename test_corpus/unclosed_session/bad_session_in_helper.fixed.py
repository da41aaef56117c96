from celery import shared_task
from sqlalchemy import select

from estate.db import SessionLocal
from estate.models import Listing
from estate.search import reindex


def _active_listings(city: str) -> list[Listing]:
    with SessionLocal() as session:
        query = select(Listing).where(Listing.city == city, Listing.sold_on.is_(None))
        return list(session.scalars(query))


@shared_task(acks_late=True)
def rebuild_search_index(city: str) -> int:
    listings = _active_listings(city)
    reindex(city, listings)
    return len(listings)
