"""An app, though it is imported from a package called like one of tasks: it takes the name of a task."""

from shop.tasks.app import celery_app

celery_app.signature("shop.tasks.reindex").apply_async()
celery_app.signature("shop.tasks.reindex", kwargs={"deep": True}).delay()
