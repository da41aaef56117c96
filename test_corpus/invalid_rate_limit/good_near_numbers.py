"""A number means so many a second; `None` and 0 mean no limit."""

from celery import Celery, Task

app = Celery("postcards")


class Unlimited(Task):
    rate_limit = None


@app.task(base=Unlimited)
def count(country: str) -> None:
    print(country)


@app.task(rate_limit=0)
def frank(postcard_id: int) -> None:
    print(postcard_id)


@app.task(rate_limit=2.5)
def send(postcard_id: int) -> None:
    print(postcard_id)


app.conf.task_default_rate_limit = 100
