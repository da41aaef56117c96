"""The connections are forgotten and not closed, which needs no loop; a synchronous engine needs none at all."""

import asyncio

from celery import shared_task
from sqlalchemy import create_engine, text

from billing.db import engine
from billing.invoices import close_month


@shared_task
def close(url: str) -> None:
    archive = create_engine(url)
    try:
        asyncio.run(close_month())
        with archive.begin() as connection:
            connection.execute(text("CALL archive()"))
    finally:
        engine.sync_engine.dispose(close=False)
        archive.dispose()
