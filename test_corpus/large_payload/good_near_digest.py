"""The contents are read here, and only what was found out about them is sent."""

import hashlib
from pathlib import Path

from celery import shared_task

from scans.store import note_scan


@shared_task
def register_scan(path: str, digest: str, size: int) -> None:
    note_scan(path, digest, size)


def register(path: Path) -> None:
    contents = path.read_bytes()
    register_scan.delay(str(path), hashlib.sha256(contents).hexdigest(), len(contents))
