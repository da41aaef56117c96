"""The app drops every result."""

from celery import Celery

from mill.sacks import fill, sacks

app = Celery("mill")
app.conf.task_ignore_result = True


@app.task
def fill_sacks(mill: str) -> None:
    for sack in sacks(mill):
        fill(sack)
