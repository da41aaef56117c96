from celery import Celery

app = Celery("shop")
app.config_from_object("shop.conf.queue")
app.autodiscover_tasks(["shop.parcels"])
