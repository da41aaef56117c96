"""Locks of threads, files and rows are not Redis', and end with their process."""

import threading

from celery import shared_task

from warehouse.documents import Document
from warehouse.scanners import scanner

local = threading.Lock()


@shared_task
def scan(document_id: int) -> None:
    with local:
        document = Document.load(document_id)
        document.lock()
        with scanner.lock("tray"):
            document.set("scanned", nx=True)
