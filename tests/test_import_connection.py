"""Sessions and connections that are opened at import."""

from __future__ import annotations

import pytest

from celerylint.facts.import_connection import ImportConnection, ModuleSession
from tests.build import module_of, under

HEAD = (
    "from celery import shared_task\nfrom sqlalchemy import create_engine\n"
    "from sqlalchemy.orm import sessionmaker\nfrom sqlalchemy.pool import NullPool\nengine = create_engine(URL)\n"
)


def connecting(text: str, use: str = "engine.begin()") -> list[str]:
    """What connects an engine of a module with a task that uses it."""
    module = module_of(f"{HEAD}{text}\n@shared_task\ndef job(x):\n    {use}\n")
    return [under(module, found) for found in module.all(ImportConnection)]


@pytest.mark.parametrize(
    "text",
    [
        "engine.connect()",
        "Base.metadata.create_all(bind=engine)",
        "try:\n    engine.connect()\nexcept ValueError: pass",
    ],
)
def test_what_connects_at_import(text: str) -> None:
    assert len(connecting(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "def later(): engine.connect()",
        "later = lambda: engine.connect()",
        "if __name__ == '__main__': engine.connect()",
        "engine.connect()\nengine.dispose()",
        "other.connect()",
    ],
)
def test_what_does_not(text: str) -> None:
    assert not connecting(text)


def test_a_task_uses_the_engine_through_its_maker() -> None:
    text = "engine.connect()\nmaker = sessionmaker(engine)\nregistry = make(maker)"
    assert connecting(text, "registry()")
    assert not connecting(text, "maker = x; maker()")


def test_a_session_that_no_task_names_is_nobodys_business() -> None:
    text = HEAD + "session = sessionmaker(engine)()\n@shared_task\ndef job(session):\n    session.get(1)\n"
    assert not module_of(text).all(ModuleSession)
