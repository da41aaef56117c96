from celery import current_app
from celery.app.control import Inspect

from shop.celery import celery_app


def health() -> dict:
    return {
        "workers": len(current_app.control.inspect().ping()),  # expect CEL535: current_app.control.inspect().ping()
        "nodes": [name for name in Inspect(app=celery_app).stats()],  # expect CEL535: Inspect(app=celery_app).stats()
        "known": "mail" in celery_app.control.inspect().active_queues(),  # expect CEL535: celery_app.control.inspect().active_queues()
    }
