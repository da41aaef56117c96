import base64
from pathlib import Path

from celery import shared_task

from scans.ocr import read_page


@shared_task
def read_scan(name: str, image: str) -> None:
    read_page(name, base64.b64decode(image))


def read_folder(folder: Path) -> None:
    for path in folder.glob("*.png"):
        with open(path, "rb") as source:
            image = base64.b64encode(source.read()).decode("ascii")
        read_scan.delay(path.name, image)  # expect CEL523: image
