from celery import current_app
from celery.app.control import Inspect

from shop.celery import celery_app


def health() -> dict:
    return {
        "workers": len(current_app.control.inspect().ping() or {}),
        "nodes": [name for name in (Inspect(app=celery_app).stats() or {})],
        "known": "mail" in (celery_app.control.inspect().active_queues() or {}),
    }
