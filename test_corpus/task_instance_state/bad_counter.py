from celery import Celery

from scans.images import read_page
from scans.models import Page

app = Celery("scans")


class PageTask(app.Task):
    pages = 0


@app.task(bind=True, base=PageTask)
def read_document(self, paths: list[str]) -> int:
    for path in paths:
        Page.store(path, read_page(path))
        self.pages += 1  # expect CEL122: self.pages += 1
    return self.pages
