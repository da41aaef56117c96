"""The runner may begin with an underscore, and stand in the module of the tasks."""

import asyncio

from celery import shared_task

from printing.queue import send_to_printer


def _run_async(coroutine):
    return asyncio.run(coroutine)


@shared_task
def print_label(parcel_id: int, printer: str) -> None:
    _run_async(send_to_printer(parcel_id, printer))
