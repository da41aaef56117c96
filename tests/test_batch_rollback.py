"""Rollbacks in the handler of an item."""

from __future__ import annotations

import pytest

from celerylint.facts.batch_rollback import BatchRollback
from tests.build import indented, module_of

HEAD = (
    "from celery import shared_task\nfrom app.db import SessionLocal\nfrom app.models import Row\n"
    "def put(session, row): session.add(row)\ndef keep(session, row): session.commit()\n"
    "@shared_task\ndef job(rows):\n    with SessionLocal() as session:\n"
)


def is_found(work: str, after: str = "session.commit()", loop: str = "for row in rows:") -> bool:
    """Whether a rollback in a handler undoes other items."""
    body = f"{loop}\n    try:\n{indented(work, 2)}    except Exception:\n        session.rollback()\n{after}"
    return bool(module_of(HEAD + indented(body, 2)).all(BatchRollback))


@pytest.mark.parametrize(
    "work",
    ["session.add(row)", "put(session, row)\nsession.delete(row)", "session.merge(Row(row))", "put(session, row)"],
)
def test_items_that_are_seen_to_be_written(work: str) -> None:
    assert is_found(work)


@pytest.mark.parametrize(
    "work",
    [
        "session.execute(row)",
        "keep(session, row)\nsession.add(row)",
        "unknown(row, db=session)\nsession.add(row)",
        "with session.begin_nested():\n    session.add(row)",
        "session.add(row)\nbreak",
        "row.done = True",
    ],
)
def test_items_that_are_not_or_may_be_kept(work: str) -> None:
    assert not is_found(work)


def test_the_item_is_a_row_of_a_query() -> None:
    assert is_found("row.done = True", loop="for row in session.query(Row).all():")


@pytest.mark.parametrize("after", ["log()", "try:\n    log()\nexcept ValueError:\n    session.commit()"])
def test_there_is_no_commit_after_the_loop(after: str) -> None:
    assert not is_found("session.add(row)", after)


@pytest.mark.parametrize("loop", ["for row in range(3):", "while rows:", "for row in (1, 2):"])
def test_attempts_and_small_loops(loop: str) -> None:
    assert not is_found("session.add(row)", loop=loop)
