from celery import Celery

from harbour.cranes import unload

celery_app = Celery("harbour", broker="redis://localhost:6379/0")
celery_app.autodiscover_tasks(["harbour.tasks"])


def unload_now(ship_id: int) -> None:
    unload(ship_id)
