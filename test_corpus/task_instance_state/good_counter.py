from celery import Celery

from scans.images import read_page
from scans.models import Page

app = Celery("scans")


@app.task(bind=True)
def read_document(self, paths: list[str]) -> int:
    pages = 0
    for path in paths:
        Page.store(path, read_page(path))
        pages += 1
    return pages
