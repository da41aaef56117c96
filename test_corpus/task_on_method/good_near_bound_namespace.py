"""The class is a namespace, and `self` is known to be the task."""

from celery import shared_task

from feeds.reader import read_feed


class FeedTasks:
    default_url = "https://feeds.example.org"

    @shared_task(bind=True, max_retries=4)
    def refresh(self, url: str = default_url) -> int:
        try:
            return read_feed(url)
        except OSError as error:
            raise self.retry(exc=error, countdown=2**self.request.retries)
