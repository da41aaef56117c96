from celery import Celery

from ferry.start import configure

app = Celery("ferry")
configure(app)
