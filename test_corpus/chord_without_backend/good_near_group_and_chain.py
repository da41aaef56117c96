"""Groups and chains need no results: nobody waits for all of these tasks."""

from celery import Celery, chain, group

from snow.ploughs import clear, salt

app = Celery("snow", broker="amqp://localhost")


@app.task
def clear_road(road: str) -> str:
    return clear(road)


@app.task
def salt_road(road: str) -> None:
    salt(road)


def winter(roads: list[str]) -> None:
    group(clear_road.s(road) for road in roads).delay()
    chain(clear_road.s(roads[0]), salt_road.s()).delay()
    chain(clear_road.s(roads[0]), group(salt_road.s(), salt_road.s())).delay()
    group(chain(clear_road.s(road), salt_road.s()) for road in roads).delay()
