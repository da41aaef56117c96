"""Sessions that are used between a refused statement and the rollback."""

from __future__ import annotations

import pytest

from celerylint.facts.session_call import SessionCall
from celerylint.facts.session_failure import FailureLeft, SessionFailure
from tests.build import indented, module_of

HEAD = (
    "from contextlib import suppress\nfrom celery import shared_task\nfrom sqlalchemy import select, text, update\n"
    "from sqlalchemy.exc import SQLAlchemyError\nfrom app.db import SessionLocal\n"
    "from app.repositories import JobRepository\n"
    "def note(session): session.add(1)\ndef recover(session): session.rollback()\n"
    "@shared_task\ndef job(x):\n    session = SessionLocal()\n"
)


def uses(body: str) -> list[str]:
    """The methods called on a failed session."""
    found = module_of(HEAD + indented(body)).all(SessionFailure)
    return [use.method for failure in found for use in failure.uses]


def tried(work: str, handler: str, after: str = "") -> str:
    """A `try` around work with a session."""
    return f"try:\n{indented(work)}except Exception:\n{indented(handler)}{after}"


@pytest.mark.parametrize(
    "work",
    [
        "session.flush()",
        "x = session.execute(update(x)).rowcount",
        "session.execute(text('DELETE FROM t'))",
        "session.query(x).filter(x).delete()",
        "if x:\n    for y in x:\n        session.commit()",
    ],
)
def test_a_refused_statement_fails_the_session(work: str) -> None:
    assert uses(tried(work, "log(x)", "session.scalars(x)")) == ["scalars"]


@pytest.mark.parametrize("work", ["session.add(x)", "session.execute(select(x))", "session.execute(x)", "go(session)"])
def test_a_pending_a_reading_and_an_unknown_statement_do_not(work: str) -> None:
    assert not uses(tried(work, "log(x)", "session.scalars(x)"))


@pytest.mark.parametrize(
    ("handler", "found"),
    [
        ("session.add(x)\nsession.commit()", ["commit"]),
        ("note(session)\nsession.commit()", ["commit"]),
        ("JobRepository().get_all(session)\nsession.commit()", ["commit"]),
        ("repo = JobRepository()\nrepo.update(session, x)\nsession.commit()", ["commit"]),
        ("session.rollback()\nsession.commit()", []),
        ("recover(session)\nsession.commit()", []),
        ("rollback_quietly()\nsession.commit()", []),
        ("x.savepoint.rollback()\nsession.commit()", []),
        ("unknown(session)\nsession.commit()", []),
        ("session = SessionLocal()\nsession.commit()", []),
        ("if session.is_active:\n    session.commit()", []),
        ("if not session.is_active:\n    session.rollback()\nsession.commit()", []),
        ("with SessionLocal() as session:\n    pass\nsession.commit()", []),
        ("try:\n    session.commit()\nexcept ValueError:\n    pass", ["commit"]),
        ("with suppress(SQLAlchemyError):\n    session.commit()", ["commit"]),
    ],
)
def test_what_a_handler_does_with_it(handler: str, found: list[str]) -> None:
    assert uses(tried("session.flush()", handler)) == found


def test_what_is_suppressed_is_taken_by_no_handler() -> None:
    body = "with suppress(SQLAlchemyError):\n    session.flush()\n" + tried("x()", "session.commit()")
    assert not uses(body)


def test_a_write_is_known_by_its_statement() -> None:
    module = module_of(
        HEAD + "    session.execute(text('UPDATE t SET a=1'))\n    session.execute(x)\n    session.add(x)\n"
    )
    assert [call.writes for call in module.all(SessionCall) if call.code.name == "job"] == [True, False, True]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("try: S.commit()\nexcept Exception: pass", 1),
        ("try: S.commit()\nexcept Exception:\n    if a: return 1\n    log(a)", 1),
        ("s = S()\ntry: s.commit()\nexcept Exception: return", 1),
        ("try: S.commit()\nexcept Exception: S.rollback()", 0),
        ("try: S.commit()\nexcept Exception: raise", 0),
        ("try: S.commit()\nexcept Exception: pass\nS.close()", 0),
        ("try: S.commit()\nexcept Exception: pass\nS.execute(a)", 0),
        ("try: S.commit()\nexcept KeyError: pass", 0),
        ("try: S.commit()\nexcept Exception: pass\nS.remove()", 0),
        ("with S() as s:\n    try: s.commit()\n    except Exception: pass", 0),
        ("try: log(a)\nexcept Exception: pass\nS.commit()", 0),
    ],
)
def test_a_registry_that_is_left_failed(body: str, count: int) -> None:
    head = "from celery import shared_task\nfrom sqlalchemy.orm import scoped_session, sessionmaker\n"
    text = head + "S = scoped_session(sessionmaker())\n@shared_task\ndef job(a):\n" + indented(body)
    assert len(module_of(text).all(FailureLeft)) == count
