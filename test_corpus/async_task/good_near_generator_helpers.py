"""The `yield`s belong to helpers of the task, not to the task."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from celery import shared_task


@contextlib.contextmanager
def scratch_file(suffix: str) -> Iterator[Path]:
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        yield Path(file.name)


@shared_task
def count_words(text: str) -> int:
    def words() -> Iterator[str]:
        for line in text.splitlines():
            yield from line.split()

    with scratch_file(".txt") as path:
        path.write_text(text)
        return sum(1 for word in words() if word.isalpha())
