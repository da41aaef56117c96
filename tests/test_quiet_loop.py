"""Loops that say nothing until they end."""

from __future__ import annotations

import pytest

from celerylint.facts.quiet_loop import QuietLoop
from tests.build import indented, module_of

HEAD = "import logging\nfrom celery import shared_task\nfrom app import fetch, work\nlog = logging.getLogger()\n"


def count(body: str) -> int:
    """How many loops of a task with this body are quiet."""
    text = HEAD + "@shared_task\ndef job(self, a, n, few):\n" + indented(body + "\nreturn len(a)")
    return len(module_of(text).all(QuietLoop))


@pytest.mark.parametrize(
    "body",
    [
        "for b in a: work(b)",
        "for i, b in enumerate(a.objects.all()):\n    c = b.id\n    work(c)",
        "for b in a:\n    for c in b: work(c)",
        "for b in a:\n    try: work(b)\n    except OSError: log.error(b)",
        "for b in a:\n    work(b)\nlog.info(a)",
    ],
)
def test_a_quiet_loop(body: str) -> None:
    assert count(body) == 1


@pytest.mark.parametrize(
    "body",
    [
        "for b in a[:n]: work(b)",
        "for b in fetch(limit=n): work(b)",
        "c = fetch(batch_size=n)\nd = c.all()\nfor b in d: work(b)",
        "c = []\nc = fetch()\nfor b in c: work(b)",
        "for batch in a: work(batch)",
        "for b in fetch(): work(b)",
        "for b in few: work(b)",
        "c = []\nfor b in c: work(b)",
        "for b in a.parts: work(b)",
        "for b in (1, 2): work(b)",
        "for b in a: b.sum(1)",
        "for b in a: c = work(b)",
        "for b in a:\n    if n: log.info(b)\n    work(b)",
        "for b in a:\n    work(b)\n    self.report_progress(b)",
        "while a: work(a.pop())",
        "return [work(b) for b in a]",
    ],
)
def test_a_loop_that_is_not(body: str) -> None:
    assert count(body) == 0
