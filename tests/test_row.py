"""Rows of a database, told from the chain of calls that takes them."""

from __future__ import annotations

import pytest

from celerylint.facts.row import item, row
from tests.build import module_of, node_at

HEAD = "from app import models\nfrom app.models import Order\nfrom sqlalchemy.orm import Session\nsession = Session()\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("models.Order.objects.get(id=1)", "a model instance"),
        ("await Order.objects.aget(id=1)", "a model instance"),
        ("Order.objects", None),
        ("Order.objects.in_bulk()", None),
        ("Order.objects.get(id=1).name", None),
        ("order.objects.get(id=1)", None),
        ("session.query(Order).filter(x).one()", "a model instance"),
        ("session.query(Order).all()", "model instances"),
        ("session.query(Order).count()", None),
        ("session.query(Order).join(x).first()", None),
        ("session.query(Order.id, x).first()", None),
        ("session.execute(x).first()", None),
        ("session.get(Order, 1).total()", None),
        ("Order.query.filter_by(a=1).all()", "model instances"),
        ("Order.query", None),
        ("make()(1)", None),
    ],
)
def test_a_row_is_told_by_its_chain(text: str, expected: str | None) -> None:
    module = module_of(HEAD + f"kept = {text}")
    assert row(module, node_at(module, text)) == expected


def test_the_items_of_a_queryset_are_rows_unless_it_holds_values() -> None:
    module = module_of(HEAD + "a = Order.objects.all()\nb = Order.objects.values('id')\nc = Order.query.all()")
    assert item(module, node_at(module, "Order.objects.all()")) == "a model instance"
    assert item(module, node_at(module, "Order.query.all()")) == "a model instance"
    assert item(module, node_at(module, "Order.objects.values('id')")) is None
