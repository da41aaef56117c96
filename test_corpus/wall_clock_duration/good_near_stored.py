"""Times that are stored or logged have to be those of the wall; their difference comes with them."""

import time
from datetime import datetime, timedelta, timezone

from celery import shared_task

from bakery.models import Batch


@shared_task
def bake_batch(batch_id):
    batch = Batch.get(batch_id)
    started_at = datetime.now(timezone.utc)
    batch.bake()
    ended_at = datetime.now(timezone.utc)
    batch.save(started_at=started_at, ended_at=ended_at, seconds=(ended_at - started_at).total_seconds())


@shared_task
def drop_stale_batches():
    began = time.time()
    for batch in Batch.all():
        if time.time() - batch.created_at > 3600 or batch.created_at < datetime.now() - timedelta(days=1):
            batch.drop(at=began)
    return time.time() - began
