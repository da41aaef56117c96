"""The first argument is the minute, the second the hour."""

from celery import Celery
from celery.schedules import crontab

app = Celery("bakery")
app.conf.beat_schedule = {
    "heat-ovens": {"task": "bakery.heat_ovens", "schedule": crontab(0, hour=3)},
    "order-flour": {"task": "bakery.order_flour", "schedule": crontab("30", "16", "sunday")},
    "count-loaves": {"task": "bakery.count_loaves", "schedule": crontab(0, "*/4")},
}
