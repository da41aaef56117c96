import asyncio

from shop.tasks import _sync_stock


def test_stock() -> None:
    assert asyncio.run(_sync_stock(1)) == 1


def test_orders(celery_app, celery_worker) -> None:
    celery_app.send_task("shop.close").get(timeout=10)
