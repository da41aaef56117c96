from celery import Celery
from redis import Redis

app = Celery("harbour", broker="redis://localhost")
client = Redis()


def exclusive(function):
    def locked(*args, **kwargs):
        with client.lock(function.__name__, timeout=60):
            return function(*args, **kwargs)

    return locked


@app.task(name="harbour.measure_tide")
def measure_tide():
    print("measured")


@app.task(name="harbour.count_ships")
@exclusive
def count_ships():  # expect CEL740: def count_ships
    print("counted")


@app.on_after_configure.connect
def schedule_all(sender, **kwargs):
    sender.add_periodic_task(60, measure_tide.s(), name="tide", expires=60)
