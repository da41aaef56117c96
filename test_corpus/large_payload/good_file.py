from pathlib import Path

from celery import shared_task

from scans.ocr import read_page


@shared_task
def read_scan(path: str) -> None:
    read_page(Path(path).name, Path(path).read_bytes())


def read_folder(folder: Path) -> None:
    for path in folder.glob("*.png"):
        read_scan.delay(str(path))
