"""Messages that never expire are no results."""

from celery import Celery

app = Celery("archive", broker="redis://localhost", backend="redis://localhost/1")


@app.task(expires=None)
def scan(page):
    return len(page)


def scan_later(page, result_expires=None):
    scan.apply_async(args=(page,), expires=result_expires)
