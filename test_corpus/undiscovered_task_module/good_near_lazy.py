"""Who is asked for the packages is not known before the worker starts."""

from celery import Celery
from django.conf import settings

app = Celery("clinic")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(lambda: settings.INSTALLED_APPS)
app.autodiscover_tasks(packages=settings.TASK_PACKAGES, related_name=settings.TASK_MODULE)
