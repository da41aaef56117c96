from celery import shared_task

from stamps.albums import glue
from stamps.tasks import frank

COUNTRIES = ["Chile", "Peru", "Bolivia"]


@shared_task
def glue_stamp(number: int, album: str = "old") -> None:
    glue(number, album)


def evening(count: int, prefix: str) -> None:
    glue_stamp.chunks(range(count), 100).apply_async()  # expect CEL522: range(count)
    glue_stamp.chunks([1, 2, 3], 2)()  # expect CEL522: [1, 2, 3]
    glue_stamp.starmap([number for number in range(count)]).delay()  # expect CEL522: [number for number in range(count)]
    frank.chunks(COUNTRIES, 10).delay()  # expect CEL522: COUNTRIES
    frank.chunks([f"{prefix}: {country}" for country in COUNTRIES], 10)()  # expect CEL522: [f"{prefix}: {country}" for country in COUNTRIES]
    frank.chunks(it=(int(part) for part in prefix.split()), n=10)()  # expect CEL522: (int(part) for part in prefix.split())
