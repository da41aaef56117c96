"""The attribute is set before it is read, on every way."""

import time
from typing import Any

from celery import Celery, Task

from scans.metrics import observe

app = Celery("scans")


class TimedTask(Task):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.started = time.monotonic()
        return self.run(*args, **kwargs)

    def after_return(self, *args: Any) -> None:
        observe(self.name, time.monotonic() - self.started)


@app.task(bind=True, base=TimedTask)
def read(self, path: str) -> float:
    if path:
        self.path = path
    else:
        self.path = "-"
    return len(self.path) + self.started
