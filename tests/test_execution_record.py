"""What a task tells the record of its run."""

from __future__ import annotations

import pytest

from celerylint.facts.execution_record import ExecutionRecord
from tests.build import indented, module_of

HEAD = "from celery import shared_task\nfrom app import log, record, runs, work\n"


def missing(body: str, head: str = HEAD) -> list[str | None]:
    """What a task with this body does not tell the record of its run."""
    text = head + "@shared_task\ndef job(a, execution_id=None):\n" + indented(body)
    return [record.missing for record in module_of(text).all(ExecutionRecord)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("work(a)", "ends"),
        ("work(a)\nrecord(execution_id or a)", "fails"),
        ("work(a)\nif execution_id: record([{'id': f'{execution_id}'}])", "fails"),
        ("try: work(a)\nexcept ValueError: record(execution_id)\nelse: record(execution_id)", "fails"),
        ("try: work(a)\nexcept: record(execution_id)", "succeeds"),
        ("try: work(a)\nexcept Exception: raise\nrecord(execution_id)", "fails"),
        ("try: work(a)\nexcept: pass\nrecord(execution_id)", None),
        ("try: work(a)\nfinally: record(execution_id)", None),
        ("log.info('run {}'.format(execution_id))", None),
        ("bind_contextvars(execution_id=execution_id)\nwork(a)", None),
        ("work(execution_id)", None),
        ("run = runs[execution_id]\nwork(a)", None),
        ("execution_id = execution_id or a\nrecord(execution_id)", None),
        ("def inner(): record(execution_id)\nwork(inner)", "fails"),
        ("log.info(a)\nrecord(execution_id)", None),
        ("def inner(execution_id): work(execution_id)\nwork(inner)", "ends"),
    ],
)
def test_what_the_record_is_not_told(body: str, expected: str | None) -> None:
    assert missing(body) == [expected]


def test_signals_may_tell_the_record() -> None:
    assert missing("work(a)", HEAD + "from celery.signals import task_postrun\n") == []
