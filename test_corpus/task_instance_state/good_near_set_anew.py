"""Every run begins anew: at the start of the function, in a hook, or in `__call__`."""

from typing import Any

from celery import Celery, Task

from scans.images import read_page

app = Celery("scans")


class CountingTask(Task):
    errors: list[str] = []
    pages = 0

    def before_start(self, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.errors = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.pages = 0
        return super().__call__(*args, **kwargs)


@app.task(bind=True, base=CountingTask)
def read_document(self, paths: list[str]) -> int:
    self.words = 0
    for path in paths:
        try:
            self.words += len(read_page(path).split())
            self.pages += 1
        except OSError as error:
            self.errors.append(str(error))
    return self.words
