from celery import shared_task

from stamps.albums import glue
from stamps.tasks import frank

COUNTRIES = ["Chile", "Peru", "Bolivia"]


@shared_task
def glue_stamp(number: int, album: str = "old") -> None:
    glue(number, album)


def evening(count: int, prefix: str) -> None:
    glue_stamp.chunks(zip(range(count)), 100).apply_async()
    glue_stamp.chunks([(1,), (2,), (3,)], 2)()
    glue_stamp.starmap([(number, "new") for number in range(count)]).delay()
    frank.chunks(zip(COUNTRIES), 10).delay()
    frank.chunks([(f"{prefix}: {country}",) for country in COUNTRIES], 10)()
    frank.chunks(it=((int(part),) for part in prefix.split()), n=10)()
