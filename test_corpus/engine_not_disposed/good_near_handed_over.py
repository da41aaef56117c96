"""The helper is given the engine and may dispose of it, as does the callback of the stack."""

from contextlib import ExitStack

from celery import shared_task
from sqlalchemy import create_engine

from reports.copying import copy_tables


@shared_task
def mirror(url: str) -> None:
    engine = create_engine(url)
    copy_tables(engine)


@shared_task
def mirror_all(urls: list[str]) -> None:
    with ExitStack() as stack:
        for url in urls:
            engine = create_engine(url)
            stack.callback(engine.dispose)
            engine.connect().close()
