import celery
from celery.canvas import chord
from celery.canvas import group as all_of

from weather.stations import average, read

app = celery.Celery("weather")


@app.task
def read_station(station: str) -> float:
    return read(station)


@app.task
def store_average(readings: list[float]) -> None:
    average(readings)


def collect(stations: list[str]) -> None:
    all_of(read_station.s(station) for station in stations)()
    celery.group([read_station.s("pole"), *(read_station.s(name) for name in stations)]).delay()
    chord([read_station.s(name) for name in stations])(store_average.s())
    chord([read_station.s(name) for name in stations])(store_average.s())
    chord(map(read_station.s, stations), body=store_average([])).apply_async()


def collect_some(stations: list[str]) -> None:
    readings = []
    for station in stations:
        readings.append(read_station.s(station))
    all_of(readings).apply_async()
