"""Engines of task code: who disposes of them, and whether always."""

from __future__ import annotations

import pytest

from celerylint.facts.engine import Engine
from tests.build import indented, module_of, one

HEAD = (
    "from celery import shared_task\nfrom contextlib import suppress\nfrom sqlalchemy import create_engine\n"
    "from sqlalchemy.orm import Session, sessionmaker\nfrom app.db import create_task_session_maker\n"
    "@shared_task\ndef job(url):\n"
)
MADE = "engine = create_engine(url)\n"


def engine(body: str) -> Engine:
    """The only engine of a task."""
    return one(Engine, HEAD + indented(body))


@pytest.mark.parametrize(
    "use",
    [
        "return engine",
        "return engine, 1",
        "self.engine = engine",
        "use(engine)",
        "engines.append(engine)",
        "stack.callback(engine.dispose)",
        "def done():\n    engine.dispose()\nrun(done)",
        "engine = create_engine(other)",
        "yield engine",
    ],
)
def test_another_owner_may_dispose(use: str) -> None:
    assert all(each.has_other_owner for each in module_of(HEAD + indented(MADE + use)).all(Engine))


@pytest.mark.parametrize(
    "use",
    [
        "maker = sessionmaker(bind=engine)\nwith maker() as session: session.get(x, 1)",
        "Base.metadata.create_all(engine)",
        "log(engine.url)",
        "def work():\n    with Session(engine) as session: session.get(x, 1)\nrun(work)",
        "if engine is not None: engine.connect()",
    ],
)
def test_no_other_owner(use: str) -> None:
    assert not engine(MADE + use).has_other_owner


@pytest.mark.parametrize(
    "body",
    [
        "engine.connect()\nengine.dispose()",
        "maker = sessionmaker(engine)\nsession = maker()\nwork(session)\nengine.dispose()",
        "try:\n    engine.connect()\nexcept ValueError:\n    pass\nengine.dispose()",
        "for x in url:\n    engine.execute(x)\n    if x: break\nelse:\n    engine.dispose()",
        "with engine.begin() as c:\n    if c: return\nengine.dispose()",
    ],
)
def test_a_failure_leaves_it(body: str) -> None:
    assert engine(MADE + body).outlives_a_failure


@pytest.mark.parametrize(
    "body",
    [
        "engine.dispose()\nwork()",
        "work()\ntry:\n    engine.connect()\nfinally:\n    log()\n    engine.dispose()",
        "session = Session(engine)\nrepo = Repo(session)\ntry:\n    repo.go(session)\nfinally:\n    engine.dispose()",
        "maker = sessionmaker(engine)\nsession = maker()\ntry:\n    session.get(x)\nfinally:\n    engine.dispose()",
        "try:\n    engine.connect()\nfinally:\n    if engine is not None:\n        engine.dispose()",
        "try:\n    engine.connect()\nfinally:\n    with suppress(Exception):\n        engine.dispose()",
        "try:\n    engine.connect()\nexcept Exception:\n    log()\nengine.dispose()",
        "try:\n    engine.connect()\nexcept:\n    engine.dispose()\n    raise\nelse:\n    engine.dispose()",
    ],
)
def test_every_way_disposes(body: str) -> None:
    assert not engine(MADE + body).outlives_a_failure


def test_the_maker_gives_the_engine() -> None:
    given = engine("maker, engine = create_task_session_maker()\nwith maker() as s: s.get(x, 1)\nengine.dispose()")
    assert given.name == "engine"
    assert given.outlives_a_failure
    assert not given.is_made_here
