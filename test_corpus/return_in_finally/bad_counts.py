from celery import shared_task

from catalog.feed import FeedClosed, open_feed
from catalog.store import save


@shared_task(autoretry_for=(FeedClosed,), retry_backoff=True)
def import_catalog(supplier: str) -> dict[str, int]:
    counts = {"saved": 0}
    feed = open_feed(supplier)
    try:
        for item in feed:
            save(item)
            counts["saved"] += 1
    finally:
        feed.close()
        return counts  # expect CEL224: return counts
