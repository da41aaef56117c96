"""The project says how its classes are written."""

from pathlib import PurePosixPath

from celery import shared_task
from kombu.utils.json import register_type

register_type(PurePosixPath, "path", str, PurePosixPath)


@shared_task
def paint(wall: PurePosixPath) -> None:
    print(wall)


def graffiti() -> None:
    paint.delay(PurePosixPath("/walls/north"))
