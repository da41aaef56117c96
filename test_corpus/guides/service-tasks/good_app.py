"""The guide's registration: Celery imports `shop.tasks` and looks for `shop.tasks.tasks`; the modules below the package
are found only if its `__init__` imports them, which a single file does not show."""

from celery import Celery

celery_app = Celery("shop", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
celery_app.autodiscover_tasks(["shop.tasks"])
