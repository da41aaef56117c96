from celery import Celery
from celery.schedules import crontab

app = Celery("bakery", broker="redis://localhost:6379/0", include=["bakery.bread"])
app.conf.beat_schedule = {
    "count-flour": {"task": "bakery.stock.count_flour", "schedule": crontab(minute=0, hour=5)},
}
