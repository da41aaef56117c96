"""These take the list: as their first parameter, among `*args`, or not at all."""

from celery import chain, chord, group, shared_task

from regatta.boats import finish, rank


@shared_task
def sail(boat: str) -> float:
    return finish(boat)


@shared_task
def publish(*results: object) -> None:
    rank(results)


@shared_task
def rank_boats(times: list[float], race: str = "spring", *, places: int = 3) -> list[float]:
    return rank(times, race)[:places]


def start(boats: list[str], body) -> None:
    times = [sail.si(boat) for boat in boats]
    chord(times)(rank_boats.s("autumn", places=5))
    chord(times, rank_boats.si([1.0])).delay()
    chord(times)(publish.s("draft"))
    (group(times) | rank_boats.s() | publish.s()).delay()
    chain(sail.s("first"), group(times), rank_boats.s(race="summer")).delay()
    chord(times)(body)
