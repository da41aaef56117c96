"""Short tasks, for which taking several at once is faster."""

from celery import Celery

app = Celery("letters", broker="redis://localhost")
app.conf.worker_prefetch_multiplier = 16
app.conf.task_time_limit = 300


@app.task(time_limit=60, soft_time_limit=45, acks_late=False)
def stamp(letter):
    print("stamped", letter)
