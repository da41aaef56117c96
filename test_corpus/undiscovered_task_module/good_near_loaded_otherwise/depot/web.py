from depot import inner as depot_inner
from depot import (
    letters,
    stamps,
)

QUEUE = "web"


def sorted_late(number: int) -> str:
    from .lazily import sort

    return sort.delay(number).id


def started() -> list[object]:
    return [depot_inner, letters, stamps]
