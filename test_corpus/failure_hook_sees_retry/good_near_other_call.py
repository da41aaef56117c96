"""The class is no task."""

from celery import shared_task

from jobs.store import mark


class Job:
    def __call__(self, url: str) -> None:
        try:
            self.run(url)
        except Exception:
            mark(url, "failed")
            raise

    def run(self, url: str) -> None:
        raise ConnectionError(url)


@shared_task
def fetch(url: str) -> None:
    Job()(url)
