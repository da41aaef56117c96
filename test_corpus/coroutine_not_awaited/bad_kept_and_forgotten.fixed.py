import asyncio

from celery import shared_task

from parcels.labels import print_label


class Printer:
    @staticmethod
    async def feed(sheets: int) -> None:
        await print_label.feed(sheets)


@shared_task
def feed_printer(sheets: int) -> int:
    job = asyncio.run(Printer.feed(sheets))
    return sheets
