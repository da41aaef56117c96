"""Handlers in loops that take a database error and go on."""

from __future__ import annotations

import pytest

from celerylint.facts.item_handler import ItemHandler
from tests.build import indented, module_of, under

HEAD = (
    "import sys\nfrom celery import shared_task\nfrom sqlalchemy import exc\n"
    "from sqlalchemy.exc import IntegrityError, SQLAlchemyError\nfrom app.db import SessionLocal\n"
    "@shared_task(bind=True)\ndef job(self, rows):\n    session = SessionLocal()\n"
)


def spoils(body: str) -> bool:
    """Whether a failure spoils the session for later items."""
    handlers = module_of(HEAD + indented(body)).all(ItemHandler)
    return any(not handler.rolls_back and not handler.has_savepoint for handler in handlers)


def loop(work: str, handler: str) -> str:
    """A loop over items with a `try`."""
    return f"for row in rows:\n    try:\n{indented(work, 2)}{indented(handler)}"


@pytest.mark.parametrize(
    "clause",
    ["except:", "except Exception:", "except (ValueError, SQLAlchemyError):", "except exc.IntegrityError as error:"],
)
@pytest.mark.parametrize(
    "work", ["session.execute(row)", "session.commit()", "save(session, row)", "save(row, db=session)"]
)
def test_a_database_error_spoils_the_session(clause: str, work: str) -> None:
    assert spoils(loop(work, f"{clause}\n    log(row)"))


@pytest.mark.parametrize(
    "handler",
    [
        "except ValueError: log(row)",
        "except lib.Error: log(row)",
        "except Exception: raise",
        "except Exception: break",
        "except Exception: return",
        "except Exception: self.retry()",
        "except Exception: sys.exit(1)",
        "except Exception: session.rollback()",
        "except Exception: session.close()",
        "except Exception: recover(session)",
        "except Exception: recover(row, db=session)",
        "except Exception: log(row)\nfinally: session.rollback()",
        "except Exception:\n    log(row)\n    if row: session.rollback()",
    ],
)
def test_a_handler_that_makes_it_good(handler: str) -> None:
    assert not spoils(loop("session.execute(row)", handler))


@pytest.mark.parametrize(
    "body",
    [
        loop("session.add(row)", "except Exception: log(row)"),
        loop("row.work()", "except Exception: log(row)"),
        loop("with session.begin_nested(): session.execute(row)", "except Exception: log(row)"),
        loop("with session.begin(): session.execute(row)", "except Exception: log(row)"),
        loop("with SessionLocal() as session: session.execute(row)", "except Exception: log(row)"),
        "for row in rows:\n    session = SessionLocal()\n    try: session.execute(row)\n    except Exception: log(row)",
        "for row in rows:\n    with SessionLocal() as own:\n        try: own.execute(row)\n"
        "        except Exception: log(row)",
        "for row in rows:\n    with session.begin_nested():\n        try: session.execute(row)\n"
        "        except Exception: log(row)",
        "for row in rows:\n    session.rollback()\n    try: session.execute(row)\n    except Exception: log(row)",
        "try:\n    for row in rows: session.execute(row)\nexcept Exception: log(rows)",
    ],
)
def test_work_that_spoils_nothing(body: str) -> None:
    assert not spoils(body)


def test_a_module_that_holds_a_factory_is_no_session() -> None:
    text = (
        "from celery import shared_task\nfrom app.db import session\n@shared_task\ndef job(rows):\n"
        "    for row in rows:\n        try:\n            with session.SessionLocal() as own: own.execute(row)\n"
        "        except Exception: log(row)\n"
    )
    assert not module_of(text).all(ItemHandler)


def test_a_rollback_in_another_handler_or_in_the_try_does_not_help() -> None:
    assert spoils(loop("session.execute(row)", "except ValueError: session.rollback()\nexcept Exception: log(row)"))
    assert spoils(loop("session.execute(row)\nsession.rollback()", "except Exception: log(row)"))


def test_it_stands_on_the_handler_and_names_the_session() -> None:
    module = module_of(HEAD + indented(loop("session.execute(row)", "except Exception as error: log(row)")))
    (handler,) = module.all(ItemHandler)
    assert (under(module, handler), handler.session) == ("except Exception as error", "session")
