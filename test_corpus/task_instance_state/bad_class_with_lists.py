from collections import Counter

from celery import Celery, Task

from scans.images import read_page

app = Celery("scans")


class ReadDocument(Task):
    name = "scans.read_document"
    errors: list[str] = []

    def __init__(self) -> None:
        self.words = Counter()

    def run(self, paths: list[str]) -> list[str]:
        for path in paths:
            self._read(path)
        return self.errors

    def _read(self, path: str) -> None:
        try:
            self.words[path] += len(read_page(path).split())  # expect CEL122: self.words[path] += len(read_page(path).split())
        except OSError as error:
            self.errors.append(f"{path}: {error}")  # expect CEL122: self.errors.append(f"{path}: {error}")


app.register_task(ReadDocument())
