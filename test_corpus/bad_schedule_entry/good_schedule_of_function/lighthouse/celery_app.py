from celery import Celery

from lighthouse.rota import night_schedule

app = Celery("lighthouse", broker="redis://localhost:6379/0", include=["lighthouse.lamp"])
app.conf.beat_schedule = night_schedule()
