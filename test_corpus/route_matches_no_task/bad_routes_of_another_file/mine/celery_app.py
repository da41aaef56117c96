from celery import Celery

from mine import routing

app = Celery("mine")
app.conf.update(broker_url="redis://localhost", task_routes=routing.ROUTES)
