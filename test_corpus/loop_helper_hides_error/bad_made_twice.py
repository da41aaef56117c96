import asyncio

from celery import shared_task

from printing.queue import send_to_printer


@shared_task
def print_label(parcel_id: int, printer: str) -> None:
    try:
        asyncio.run(send_to_printer(parcel_id, printer))
    except RuntimeError:  # expect CEL406: except RuntimeError
        loop = asyncio.new_event_loop()
        loop.run_until_complete(send_to_printer(parcel_id, printer))
        loop.close()
