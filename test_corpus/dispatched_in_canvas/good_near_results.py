"""Results are for results: these go into a ResultSet, a list, `itertools.chain`."""

import itertools

from celery import group, shared_task
from celery.result import ResultSet

from fishery.boats import unload


@shared_task
def unload_boat(boat: str) -> int:
    return unload(boat)


def unload_all(boats: list[str]) -> int:
    results = ResultSet([unload_boat.delay(boat) for boat in boats])
    more = [unload_boat.delay(boat) for boat in boats]
    total = sum(result.get() for result in itertools.chain(more, results))
    for result in group(unload_boat.s(boat) for boat in boats).apply_async():
        total += result.get()
    return total
