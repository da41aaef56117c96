import asyncio
from concurrent.futures import ThreadPoolExecutor

from celery import shared_task

from scans.ocr import read_page


@shared_task
def read_scan(paths: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        for path in paths:
            asyncio.get_event_loop().run_in_executor(pool, read_page, path)  # expect CEL407: asyncio.get_event_loop()
