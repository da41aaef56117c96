"""The app has a limit for all tasks."""

from celery import Celery

from bakery.shop import count_money, open_shop

app = Celery("bakery")
app.conf.update(task_time_limit=600, task_soft_time_limit=540)


@app.task
def open_in_the_morning() -> None:
    open_shop()


@app.task(time_limit=None)
def count(till: int) -> int:
    return count_money(till)
