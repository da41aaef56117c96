"""What the project's own name stands for, nobody can see."""

from images.errors import TimeoutError
from images.tasks import shrink


def one(path: str) -> str:
    try:
        return shrink.delay(path).get(timeout=3)
    except TimeoutError:
        return ""
