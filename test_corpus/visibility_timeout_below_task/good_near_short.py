"""Whoever runs as long as the broker waits is told or killed at that moment; the others have no limit known here."""

from celery import Celery

from bakery.ovens import OPTIONS, SHIFT, bake, heat

app = Celery("bakery", broker="redis://localhost/0", task_acks_late=True)


@app.task(time_limit=3600, soft_time_limit=3500)
def bake_bread(oven: int) -> None:
    bake(oven)


@app.task(time_limit=7200, soft_time_limit=3000)
def bake_cake(oven: int) -> None:
    bake(oven, degrees=170)


@app.task(time_limit=SHIFT)
def heat_oven(oven: int) -> None:
    heat(oven)


@app.task(acks_late=False, time_limit=4 * 3600)
def bake_rye(oven: int) -> None:
    bake(oven, degrees=140)


@app.task(**OPTIONS)
def clean(oven: int) -> None:
    heat(oven, degrees=500)


@app.task(time_limit=600, soft_time_limit=0)
def cool(oven: int) -> None:
    heat(oven, degrees=20)
