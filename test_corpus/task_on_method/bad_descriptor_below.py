from celery import Celery

from weather.stations import read_station

app = Celery("weather")


class Station:
    @app.task
    @staticmethod
    def read(station_id: str) -> float:  # expect CEL109: def read
        return read_station(station_id)

    @app.task(name="weather.read_all")
    @classmethod
    def read_all(cls, station_ids: list[str]) -> list[float]:  # expect CEL109: def read_all
        return [read_station(station_id) for station_id in station_ids]
