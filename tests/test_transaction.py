"""Transactions, and what happens in them in its order."""

from __future__ import annotations

import ast

import pytest

from celerylint.facts.transaction import Transaction, events
from tests.build import module_of

HEAD = """\
from django.db import transaction
from django.shortcuts import get_object_or_404
from openpyxl import Workbook
from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from app.forms import OrderForm
from app.models import Order
from app.tasks import send
def helper(order):
    order.save()
    send.delay(order)
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with transaction.atomic(): pass", [True]),
        ("with transaction.atomic(using='x'), lock: pass", [True]),
        ("with transaction.atomic():\n    with transaction.atomic(): pass", [True]),
        ("@transaction.atomic\ndef f():\n    with transaction.atomic(): pass", [True]),
        ("@transaction.atomic()\ndef f(): pass", [True]),
        ("def f(s: Session):\n    with s.begin(): pass", [False]),
        ("def f(s: Session):\n    with s.begin_nested(): pass", []),
        ("with other.atomic(): pass", []),
        ("with other.begin(): pass", []),
        ("with Session() as s: pass", []),
        ("@helper\ndef f(): pass", []),
    ],
)
def test_a_transaction_is_told_by_its_manager(text: str, expected: list[bool]) -> None:
    assert [block.is_django for block in module_of(HEAD + text).all(Transaction)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Order.objects.create(a=1)", ["write"]),
        ("Order.objects.filter(a=1).update(b=2)", ["write"]),
        ("items.bulk_create(rows)", ["write"]),
        ("order.save()", ["write"]),
        ("order.save(update_fields=['a'])", ["write"]),
        ("super().save(*args)", ["write"]),
        ("OrderForm(data).save()", ["write"]),
        ("Workbook().save('a.xlsx')", []),
        ("get_object_or_404(Order, pk=1)", []),
        ("session.add(order)", ["write"]),
        ("session.execute(insert(Order))", ["write"]),
        ("session.execute(select(Order))", []),
        ("session.get(Order, 1)", []),
        ("send.delay(Order.objects.create().pk)", ["write", "send"]),
        ("send.delay(1) or order.save()", ["send", "write"]),
        ("helper(order)", ["write", "send"]),
        ("lambda: order.save()", []),
        ("transaction.on_commit(send.delay(1))", []),
        ("send.s(1)", []),
        ("send.delay_on_commit(1)", []),
        ("image.save(path)", []),
        ("cache.delete(key)", []),
        ("client.delete()", []),
        ("stripe.charges.create(a=1)", []),
        ("other.add(order)", []),
    ],
)
def test_what_is_written_and_sent_is_told_in_order(text: str, expected: list[str]) -> None:
    module = module_of(HEAD + f"def f(session: Session, order):\n    {text}\n")
    function = module.source.tree.body[-1]
    assert isinstance(function, ast.FunctionDef)
    assert [event.kind for event in events(module, function.body[0])] == expected


def test_an_attribute_of_a_row_is_a_write_and_of_another_object_is_none() -> None:
    module = module_of(
        HEAD + "def f(session: Session, other):\n    row = session.get(Order, 1)\n    row.a = 1\n    other.a = 1\n"
    )
    function = module.source.tree.body[-1]
    assert isinstance(function, ast.FunctionDef)
    assert [[event.session for event in events(module, each)] for each in function.body] == [[], ["session"], []]
