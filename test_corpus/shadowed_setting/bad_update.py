# settings: target-celery = "5.4"
from celery import Celery

CELERY_TIMEZONE = "UTC"
CELERY_RESULT_EXPIRES = 3600

app = Celery("shop")
app.config_from_object(__name__, namespace="CELERY")
app.conf.update(result_expires=60, result_extended=True)  # expect CEL720: result_expires
