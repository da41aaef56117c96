"""Tasks of other files, and an entry whose arguments come from elsewhere."""

from celery import Celery

app = Celery("mill", broker="redis://localhost")
COMMON = {"schedule": 60, "args": ("wheat",)}


@app.task(name="mill.grind")
def grind(grain):
    print("grinding", grain)


app.conf.beat_schedule = {
    "grind": {"task": "mill.grind", **COMMON},
    "sell": {"task": "mill.shop.tasks.sell", "schedule": 60, "args": ("flour", 1, 2, 3)},
    "grind-rye": dict(COMMON, task="mill.grind"),
}
