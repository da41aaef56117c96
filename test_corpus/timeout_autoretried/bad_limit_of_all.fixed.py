from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

from maps.tiles import LIMIT, render, store

app = Celery("maps")
app.conf.task_soft_time_limit = 300


class Retrying(Task):
    autoretry_for = (Exception,)
    retry_backoff = True


@app.task(base=Retrying)
def render_area(name: str) -> None:
    render(name)


@app.task(
    autoretry_for=(OSError, Exception),
    dont_autoretry_for=(SoftTimeLimitExceeded,),
    soft_time_limit=LIMIT,
)
def store_area(name: str) -> None:
    try:
        store(name)
    except OSError:
        render(name)
        raise
