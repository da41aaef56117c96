from celery import chord, group, shared_task

from election.stations import count, publish


@shared_task
def count_station(station: str) -> dict[str, int]:
    return count(station)


@shared_task
def publish_result(counts: list[dict[str, int]]) -> None:
    publish(counts)


@shared_task
def polls_closed(stations: list[str]) -> None:
    header = [count_station.s(station) for station in stations]
    chord(header, publish_result.s())  # expect CEL603: chord(header, publish_result.s())


@shared_task
def polls_open(stations: list[str]) -> None:
    workflow = group(count_station.s(station) for station in stations)  # expect CEL603: group(count_station.s(station) for station in stations)
    publish([])


def recount(stations: list[str]) -> None:
    group(count_station.s(station) for station in stations).set(queue="slow")  # expect CEL603: group(count_station.s(station) for station in stations)
    chord([count_station.s(station) for station in stations])  # expect CEL603: chord([count_station.s(station) for station in stations])
