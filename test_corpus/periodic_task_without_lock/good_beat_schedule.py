from celery import Celery
from weather.locks import single_instance
from weather.stations import read_all

app = Celery("weather")
app.conf.beat_schedule = {
    "read": {"task": "weather.read_stations", "schedule": 60.0},
}


@app.task(name="weather.read_stations")
@single_instance("weather_read_stations", timeout=300)
def read_stations() -> int:
    """Read every single station."""
    return read_all()
