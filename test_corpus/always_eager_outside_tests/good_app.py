import os

from celery import Celery

app = Celery("shop")
if os.environ.get("SHOP_TESTING") == "1":
    app.conf.task_always_eager = True
