from celery import Celery

from ferry.config import settings

app = Celery("ferry")
app.conf.update(**settings())
