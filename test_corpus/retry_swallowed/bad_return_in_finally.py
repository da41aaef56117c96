from celery import shared_task

from feeds.reader import FeedError, fetch


@shared_task(bind=True, max_retries=3)
def refresh_feed(self, feed_id: int) -> dict[str, int]:
    counts = {"new": 0}
    try:
        counts["new"] = fetch(feed_id)
    except FeedError as error:
        self.retry(exc=error)  # expect CEL203: self.retry(exc=error)
    finally:
        return counts
