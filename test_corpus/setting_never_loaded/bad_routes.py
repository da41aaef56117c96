from celery import Celery

from shop.settings import CeleryConfig

celery_app = Celery("shop")
celery_app.config_from_object(CeleryConfig)
task_routes = {"shop.tasks.mail": {"queue": "mail"}}  # expect CEL730: task_routes
task_annotations: dict[str, dict[str, str]] = {"shop.tasks.mail": {"rate_limit": "10/s"}}  # expect CEL730: task_annotations
