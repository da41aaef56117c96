"""Writes to a session of the function's own that nobody commits."""

from __future__ import annotations

import pytest

from celerylint.facts.lost_write import LostWrite
from tests.build import indented, module_of, under

HEAD = (
    "from celery import shared_task\nfrom app.db import SessionLocal\nfrom app.models import Row\n"
    "def put(session): session.add(1)\ndef keep(session): session.commit()\n"
    "@shared_task\ndef job(x, run=None, save=None, sure=False):\n    with SessionLocal() as session:\n"
)


def lost(body: str) -> list[str]:
    """The source of the writes that are lost."""
    module = module_of(HEAD + indented(body, 2))
    return [under(module, write) for write in module.all(LostWrite)]


@pytest.mark.parametrize(
    "body",
    [
        "session.add(x)",
        "session.add(x)\nput(session)",
        "session.add(x)\nsession.flush()\nlog(session.new)",
        "try:\n    session.add(x)\nexcept ValueError:\n    session.rollback()",
        "session.add(x)\nif run is not None:\n    session.commit()",
        "session.add(x)\nif run:\n    if x: session.commit()",
        "session.add(x)\ntry:\n    if run: session.commit()\nexcept ValueError:\n    session.commit()",
    ],
)
def test_lost(body: str) -> None:
    assert lost(body) == ["session.add(x)"]


@pytest.mark.parametrize(
    "body",
    [
        "session.add(x)\nsession.commit()",
        "session.add(x)\nif sure: session.commit()",
        "session.add(x)\nif x: session.commit()",
        "session.add(x)\nif save: session.commit()",
        "if run:\n    session.add(x)\n    session.commit()",
        "session.add(x)\nif run: session.commit()\nelse: session.commit()",
        "session.add(x)\nkeep(session)",
        "session.add(x)\nunknown(db=session)",
        "session.add(x)\nreturn session",
        "session.add(x)\nself.session = session",
        "session.add(x)\nstack.callback(session.commit)",
        "session.add(x)\ndef done(): session.commit()\nrun(done)",
        "session.add(x)\nsession.begin()",
        "session.add(x)\nsession.rollback()",
        "session.add(x)\nsession.run_sync(x)",
        "row = session.get(Row, 1)\nsession.expunge(row)\nrow.done = True",
    ],
)
def test_kept_or_unknown(body: str) -> None:
    assert not lost(body)


@pytest.mark.parametrize(
    ("read", "changed"),
    [
        ("row = session.get(Row, 1)\nrow.n += 1", ["row.n"]),
        ("for row in session.query(Row).all():\n    row.done = True", ["row.done"]),
        ("row = Row()\nrow.done = True", []),
        ("row = other.get(Row, 1)\nrow.done = True", []),
    ],
)
def test_changed_rows(read: str, changed: list[str]) -> None:
    assert lost(f"{read}\nsession.scalars(x)") == changed
