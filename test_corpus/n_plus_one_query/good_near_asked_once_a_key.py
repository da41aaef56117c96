"""Each key is asked for once and remembered."""

from celery import shared_task

from freight.db import SessionLocal
from freight.feeds import read_rows
from freight.models import Port


@shared_task
def price_containers(feed: str) -> dict[str, int]:
    ports: dict[str, Port] = {}
    totals: dict[str, int] = {}
    with SessionLocal() as session:
        for row in read_rows(feed):
            if row.port not in ports:
                ports[row.port] = session.get(Port, row.port)
            totals[row.port] = totals.get(row.port, 0) + ports[row.port].fee
    return totals
