from typing import Any

from celery import Celery, Task
from celery.exceptions import Ignore, Reject, Retry

from jobs.store import mark

app = Celery("jobs")


class TrackedTask(Task):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        mark(self.request.id, "running")
        try:
            result = super().__call__(*args, **kwargs)
        except (Retry, Ignore, Reject):
            raise
        except Exception as error:
            mark(self.request.id, "failed", str(error))
            raise
        mark(self.request.id, "done")
        return result


@app.task(bind=True, base=TrackedTask, autoretry_for=(ConnectionError,))
def fetch(self, url: str) -> None:
    raise ConnectionError(url)
