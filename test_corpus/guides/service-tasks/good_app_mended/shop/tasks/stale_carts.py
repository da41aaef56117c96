"""Carts that nobody has touched for long."""

from shop.app_mended import celery_app


@celery_app.task(name="shop.tasks.stale_carts.count_carts", ignore_result=True)
def count_carts() -> None:
    """Count them."""
