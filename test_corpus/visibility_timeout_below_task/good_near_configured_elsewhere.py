"""The options of the broker may be among what another module gives."""

from celery import Celery

from mines.settings import CELERY

app = Celery("mines", broker="redis://localhost/0")
app.conf.update(CELERY)
app.conf.update(task_acks_late=True, task_time_limit=5 * 3600)
