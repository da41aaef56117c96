from celery import Celery

from lighthouse import rota

app = Celery("lighthouse", broker="redis://localhost:6379/0", include=["lighthouse.lamp"])
rota.keep(app)
