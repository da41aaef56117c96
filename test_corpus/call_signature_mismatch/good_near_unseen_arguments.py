"""What the stars, the names and the open dicts hold is not known here; `*args` and `**kwargs` take anything."""

from celery import shared_task

from weather.stations import OPTIONS, arguments_of, read_station


@shared_task
def read(station: str, sensor: str, unit: str = "C"):
    return read_station(station, sensor, unit)


@shared_task
def log_reading(*values, **labels) -> None:
    print(values, labels)


def read_all(stations: list[str], arguments: list, extra: dict) -> None:
    for station in stations:
        read.delay(*arguments_of(station))
        read.delay(station, **extra)
        read.apply_async(arguments, kwargs=extra)
        read.apply_async((station,), {**extra})
        read.apply_async(**OPTIONS)
        log_reading.delay(station, 1, 2, 3, sensor="wind")
    given = [stations[0]]
    given.append("wind")
    read.apply_async(given)
