import requests
from celery import Celery
from celery.exceptions import Retry

from tides.stations import mark_offline, store_level

app = Celery("tides")


@app.task(bind=True)
def read_station(task, station: str) -> bool:
    try:
        try:
            answer = requests.get(f"https://tides.example.org/{station}", timeout=10)
        except requests.ConnectionError as error:
            task.retry(exc=error, countdown=30)
        store_level(station, answer.json())
    except Retry:
        raise
    except:
        mark_offline(station)
        return False
    return True
