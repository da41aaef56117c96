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
    all_of(read_station(station) for station in stations)()  # expect CEL601: read_station(station)
    celery.group([read_station("pole"), *(read_station.s(name) for name in stations)]).delay()  # expect CEL601: read_station("pole")
    chord([read_station(name) for name in stations])(store_average.s())  # expect CEL601: read_station(name)
    chord([read_station.s(name) for name in stations])(store_average)  # expect CEL601: store_average
    chord(map(read_station.s, stations), body=store_average([])).apply_async()  # expect CEL601: store_average([])


def collect_some(stations: list[str]) -> None:
    readings = []
    for station in stations:
        readings.append(read_station(station))  # expect CEL601: read_station(station)
    all_of(readings).apply_async()
