"""RabbitMQ has no visibility timeout; that Redis keeps the results is another matter."""

import os

from celery import Celery

from stars.survey import survey

app = Celery("stars", broker=os.environ.get("BROKER_URL", "amqp://guest@localhost//"), backend="redis://localhost/1")
app.conf.task_acks_late = True
app.conf.task_time_limit = 10 * 3600


@app.task
def survey_sky(field: int) -> None:
    survey(field)
