"""The coroutine is tested by itself, the task with a limit of time."""

import pytest
from market.tasks.price_sync import _run_price_sync, price_sync


@pytest.mark.asyncio
async def test_price_sync(db_session, listings):
    result = await _run_price_sync(batch_size=10)
    assert result["priced"] == 10
    assert result["failed"] == 0


def test_price_sync_task(celery_app, celery_worker, listings):
    result = price_sync.delay(batch_size=10)
    assert result.get(timeout=30)["priced"] == 10
