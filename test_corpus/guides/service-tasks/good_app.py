"""The guide's registration: Celery imports `shop.tasks` and `shop.tasks.tasks`, and none of the modules below it."""

from celery import Celery

celery_app = Celery("shop", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
celery_app.autodiscover_tasks(["shop.tasks"])  # expect CEL115: "shop.tasks"
