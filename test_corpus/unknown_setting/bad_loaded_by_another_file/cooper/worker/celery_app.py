from celery import Celery

from cooper.worker import settings

celery_app = Celery("cooper", config_source=settings)
