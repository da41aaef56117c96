"""The web server's start-up code asks for its own loop; no task reaches it."""

import asyncio

from celery import shared_task

from scans.ocr import read_page
from scans.web import serve


def main() -> None:
    loop = asyncio.get_event_loop()
    loop.create_task(serve())
    loop.run_forever()


@shared_task
def read_scan(path: str) -> str:
    return read_page(path)
