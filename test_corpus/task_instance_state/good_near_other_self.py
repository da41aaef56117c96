"""`self` is an object of the run, not the task; the request belongs to the run as well."""

from celery import shared_task

from scans.images import read_page


class Reader:
    def __init__(self) -> None:
        self.pages = 0
        self.errors: list[str] = []

    def read(self, path: str) -> None:
        self.pages += 1
        self.errors.append(read_page(path))


@shared_task(bind=True)
def read_document(self, paths: list[str]) -> int:
    reader = Reader()
    for path in paths:
        reader.read(path)
        reader.pages += 1
    self.request.pages = reader.pages
    return reader.pages
