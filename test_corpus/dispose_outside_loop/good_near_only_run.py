"""The task does nothing else: it drops the connections of an engine that others use."""

import asyncio

from celery import shared_task

from billing.db import engine
from billing.printing import open_printer


@shared_task
def drop_connections() -> None:
    asyncio.run(engine.dispose())


@shared_task
def print_all() -> None:
    printer = open_printer()
    asyncio.run(printer.print_all())
    asyncio.run(printer.dispose())
