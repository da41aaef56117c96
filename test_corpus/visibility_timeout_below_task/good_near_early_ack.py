"""What acknowledges before it runs may run for as long as it likes."""

from celery import Celery

from glaciers.melt import measure, photograph

app = Celery("glaciers", broker="redis://localhost/0", broker_connection_timeout=5)
app.conf.task_time_limit = 12 * 3600


@app.task
def measure_glacier(glacier: str) -> float:
    return measure(glacier)


@app.task(acks_late=False, time_limit=24 * 3600)
def photograph_glacier(glacier: str) -> None:
    photograph(glacier)
