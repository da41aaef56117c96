"""The function is tried without Celery, the task with a worker and a limit of time."""

from shop.tasks.stale_carts import expire_carts


def test_the_function_itself(stale_cart):
    assert expire_carts(hours=1)["expired"] == 1


def test_by_a_worker(celery_worker, stale_cart):
    result = expire_carts.delay(hours=1)
    assert result.get(timeout=30)["failures"] == []
