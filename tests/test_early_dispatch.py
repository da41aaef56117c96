"""Tasks sent between a write and its commit."""

from __future__ import annotations

import pytest

from celerylint.facts.early_dispatch import EarlyDispatch
from tests.build import dedented, indented, module_of, under

HEAD = dedented(
    """
    from sqlalchemy.orm import Session
    from app.models import Order
    from app.tasks import send, other
    def stored(session):
        session.commit()
    def kept(session):
        session.info
    """
)


def early(body: str) -> list[str]:
    text = HEAD + "def f(session: Session, order, rows):\n" + indented(body)
    module = module_of(text)
    return [under(module, fact) for fact in module.all(EarlyDispatch)]


@pytest.mark.parametrize(
    "body",
    [
        "session.add(order)\nsend.delay(1)\nsession.commit()",
        "session.add(order)\nkept(session)\nsend.delay(1)\nsession.commit()",
        "session.add(order)\nif order:\n    send.delay(1)\nsession.commit()",
        "for row in rows:\n    send.delay(1)\n    session.add(row)\nsession.commit()",
        "try:\n    session.add(order)\n    send.delay(1)\nexcept ValueError:\n    raise\nelse:\n    session.commit()",
    ],
)
def test_what_is_sent_between_a_write_and_its_commit_is_early(body: str) -> None:
    assert early(body) == ["send.delay(1)"]


@pytest.mark.parametrize(
    "body",
    [
        "session.add(order)\nsend.delay(1)",
        "session.add(order)\nsession.commit()\nsend.delay(1)",
        "session.add(order)\nsession.rollback()\nsend.delay(1)\nsession.commit()",
        "session.add(order)\nstored(session)\nsend.delay(1)\nsession.commit()",
        "session.add(order)\nunknown(session)\nsend.delay(1)\nsession.commit()",
        "send.delay(1)\nsession.add(order)\nsession.commit()",
        "session.add(order)\nsend.delay(1)\nsession.rollback()\nsession.commit()",
        "session.add(order)\nreturn send.delay(1)\nsession.commit()",
        "if order:\n    session.add(order)\n    session.commit()\nelse:\n    send.delay(1)\nsession.commit()",
    ],
)
def test_what_is_sent_after_the_commit_or_without_one_is_not(body: str) -> None:
    assert early(body) == []


def test_a_session_that_is_opened_anew_holds_nothing() -> None:
    opened = "with Session() as session:\n"
    again = f"{opened}    session.add(order)\n    send.delay(1)\n{opened}    session.commit()\n"
    once = f"{opened}    session.add(order)\n    send.delay(1)\n    session.commit()\n"
    found = [module_of(f"{HEAD}def g(order):\n{indented(body)}").all(EarlyDispatch) for body in (again, once)]
    assert [len(facts) for facts in found] == [0, 1]


def test_many_sends_do_not_multiply_the_ways_through_a_function() -> None:
    sends = "".join(f"if order.a{number}:\n    send.delay({number})\n" for number in range(40))
    assert len(early(f"session.add(order)\n{sends}session.commit()")) == 5
