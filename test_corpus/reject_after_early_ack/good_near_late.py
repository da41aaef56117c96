"""Each of these acknowledges late: by its option, its base class, or the setting."""

from celery import Celery, Task
from celery.exceptions import Reject

from imports.parser import is_open, parse

app = Celery("imports")


class Late(Task):
    acks_late = True


def _require_open(path: str) -> None:
    if not is_open(path):
        raise Reject("closed", requeue=True)


@app.task(acks_late=True)
def import_open_file(path: str) -> int:
    _require_open(path)
    return parse(path)


@app.task(base=Late, bind=True)
def import_late(self, path: str) -> int:
    if self.request.delivery_info["redelivered"]:
        raise Reject("second time", requeue=False)
    return parse(path)
