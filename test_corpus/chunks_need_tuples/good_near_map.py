"""`map` for single arguments, a tuple among them; `map` and `chunks` of other things."""

from concurrent.futures import ThreadPoolExecutor

import pandas
from celery import shared_task

from rivers.gauges import chunks, read


@shared_task
def measure(place: tuple[float, float]) -> float:
    return read(place)


def flood(frame: pandas.DataFrame) -> None:
    measure.map([(53.1, 8.8), (53.2, 8.9)]).apply_async()
    measure.map(range(3)).apply_async()
    with ThreadPoolExecutor() as pool:
        pool.map(read, [(53.1, 8.8)])
    frame.depth.map({1: "low"})
    for part in chunks(range(100), 10):
        print(part)
