"""A task object serves every run of its process: what one run leaves in it, the next one finds."""

from typing import Any

from celery import Task

from proofs import lab

app = lab.memory_app()


class Pages(Task):  # type: ignore[misc]
    pages = 0

    def __init__(self) -> None:
        self.errors: list[str] = []


@app.task(bind=True, base=Pages)
def count_in_task(self: Any, pages: int) -> tuple[int, list[str]]:
    for page in range(pages):
        self.pages += 1
        self.errors.append(f"page {page}")
    return self.pages, self.errors


@app.task(bind=True, base=Pages)
def count_in_run(_self: Any, pages: int) -> tuple[int, list[str]]:
    counted, errors = 0, []
    for page in range(pages):
        counted += 1
        errors.append(f"page {page}")
    return counted, errors


@app.task(bind=True)
def read_before_set(self: Any, value: int) -> int | None:
    last = getattr(self, "last", None)
    self.last = value
    return last


def runs(task: Any, *arguments: int) -> list[Any]:
    """What runs return, one after the other."""
    return [lab.outcome(task.delay(argument))[1] for argument in arguments]


def prove() -> None:
    with lab.worker_thread(app):
        left = [[2, ["page 0", "page 1"]], [3, ["page 0", "page 1", "page 0"]]]
        lab.claim("hazard: the second run counts on", runs(count_in_task, 2, 1), left)
        lab.claim("hazard: each reads what the last has set", runs(read_before_set, 1, 2, 3), [None, 1, 2])
        lab.claim("mended: local variables", runs(count_in_run, 2, 1), [[2, ["page 0", "page 1"]], [1, ["page 0"]]])


if __name__ == "__main__":
    lab.main(prove)
