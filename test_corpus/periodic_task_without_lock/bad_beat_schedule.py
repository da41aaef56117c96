from celery import Celery
from weather.stations import read_all

app = Celery("weather")
app.conf.beat_schedule = {
    "read": {"task": "weather.read_stations", "schedule": 60.0},
}


@app.task(name="weather.read_stations")
def read_stations() -> int:  # expect CEL117: def read_stations
    """Read every single station."""
    return read_all()
