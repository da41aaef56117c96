"""What is made once is meant to last, and so is what is looked for before it is set."""

from functools import cached_property

from celery import Celery, Task

from scans.archive import Archive, Index, connect

app = Celery("scans")


class ArchiveTask(Task):
    _archive: Archive | None = None
    _index: Index | None = None
    pages_by_path: dict[str, str] = {}

    @property
    def archive(self) -> Archive:
        if self._archive is None:
            self._archive = connect()
        return self._archive

    @cached_property
    def names(self) -> list[str]:
        return self.archive.names()


@app.task(bind=True, base=ArchiveTask)
def find(self, path: str) -> str:
    self._index = self._index or Index(self.archive)
    if not hasattr(self, "started"):
        self.started = self._index.now()
    if path not in self.pages_by_path:
        self.pages_by_path[path] = self._index.find(path)
    try:
        self.reader
    except AttributeError:
        self.reader = self.archive.reader()
    return self.reader.read(self.pages_by_path[path])
