"""Tasks that declare retries, and whose outermost handler leaves nothing to retry."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.facts.module import Module
from celerylint.facts.outermost_handler import OutermostHandler
from celerylint.facts.task import Task


class SwallowedError:
    """A broad handler around all the work of a task, which writes a line at most and lets the run succeed, though the
    task declares retries: `option` is the one that does, and that never acts."""

    of = Task
    words = ("autoretry_for", "max_retries")

    def __init__(self, outermost: OutermostHandler, option: str) -> None:
        self.task = outermost.task
        self.node = outermost.node
        self.span = outermost.span
        self.option = option

    @classmethod
    def find(cls, module: Module) -> Iterable[SwallowedError]:
        for outermost in module.all(OutermostHandler):
            if outermost.idle_option:
                yield cls(outermost, outermost.idle_option)
