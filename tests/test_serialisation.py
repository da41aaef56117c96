"""What kombu's JSON refuses, told from the source."""

from __future__ import annotations

import pytest

from celerylint.facts.serialisation import refused, speaks_json
from tests.build import module_of, node_at

HEAD = """\
import dataclasses
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from pathlib import Path
from django.db import models
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel
from app.models import Order
from app.mixins import Timestamps

class Colour(Enum):
    RED = 1
    @property
    def label(self): ...
class Size(IntEnum):
    BIG = 1
class Kind(str, Enum):
    BOX = "box"
class Point:
    x = 1
class Labelled(Mixin): ...
class Pairs(dict): ...
@dataclass
class Money:
    cents: int
@dataclasses.dataclass(frozen=True)
class Price(Money): ...
class User(Timestamps, models.Model): ...
class Hero(SQLModel, table=True): ...
class Strange(metaclass=Meta): ...
def helper(): ...
"""


def what(text: str, expression: str = "VALUE") -> str | None:
    module = module_of(HEAD + text)
    found = refused(module, node_at(module, expression))
    return found.what if found else None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{1, 2}", "a set"),
        ("{x for x in y}", "a set"),
        ("set(x) - set(y)", "a set"),
        ("set(x).union(y)", "a set"),
        ("(x for x in y)", "a generator"),
        ("lambda: 1", "a lambda"),
        ("timedelta(days=1)", "a timedelta"),
        ("Path('/x')", "a Path"),
        ("{'a': [1, (2, {3})]}", "a set"),
        ("[Point() for x in y]", "an instance of `Point`"),
        ("{x: Money(x) for x in y}", "a dataclass"),
        ("Price(1)", "a dataclass"),
        ("[] if x else set()", "a set"),
        ("x or set()", "a set"),
        ("User.objects.first() or None", "a model instance"),
        ("x and {1}", "a set"),
        ("{(1, 2): 3}", "a dict with tuples for keys"),
        ("{'a': 1}.keys()", "a view of keys"),
        ("Colour.RED", "an Enum member"),
        ("User()", "a model instance"),
        ("Hero()", "a model instance"),
        ("User.objects.get(id=1)", "a model instance"),
        ("Order.objects.filter(a=1).order_by('b').first()", "a model instance"),
        ("Order.objects.filter(a=1)", "a queryset"),
        ("Order.objects.values_list('id', flat=True)", "a queryset"),
        ("Order.query.get(1)", "a model instance"),
        ("list(Order.objects.filter(a=1))", "model instances"),
        ("[order for order in Order.objects.all()]", "a model instance"),
        ("helper", "a function"),
        ("Point", "a class"),
    ],
)
def test_what_is_refused_is_told(value: str, expected: str) -> None:
    assert what(f"made = {value}\nVALUE = made\nuse(VALUE)") == expected


@pytest.mark.parametrize(
    "value",
    [
        "[1, 'a', None, {'b': (1, 2)}]",
        "sorted({1, 2})",
        "list(set(x))",
        "len({1})",
        "{1} and 2",
        "[*{1, 2}]",
        "datetime.now()",
        "str(Path('/x'))",
        "Colour.RED.value",
        "Colour.label",
        "Size.BIG",
        "Kind.BOX",
        "Pairs()",
        "Labelled()",
        "Strange()",
        "Order()",
        "unknown()",
        "User.objects.count()",
        "User.objects.values('id').first()",
        "User.objects.filter(a=1).exists()",
        "User.objects.active().first()",
        "list(User.objects.values_list('id', flat=True))",
        "x - y",
        "x.keys()",
        "1 | 2",
    ],
)
def test_what_json_takes_or_nobody_knows_is_not_refused(value: str) -> None:
    assert what(f"made = {value}\nVALUE = made\nuse(VALUE)") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(user: User): use(user)", "a model instance"),
        ("def f(user: Order): use(user)", None),
        ("def f(user: timedelta | None): use(user)", "a timedelta"),
        ("def f(user: object): use(user)", None),
        ("from celery import shared_task\n@shared_task\ndef f(user: Path): use(user)", None),
        ("def make(): return set()\nuser = make()\nuse(user)", "a set"),
        ("for user in User.objects.filter(a=1): use(user)", "a model instance"),
        ("for user in User.objects.all().iterator(): use(user)", "a model instance"),
        ("for user in User.objects.values('id'): use(user)", None),
        ("def f(session: Session):\n    user = session.get(Order, 1)\n    use(user)", "a model instance"),
        ("def f(session: Session):\n    user = session.query(Order).first()\n    use(user)", "a model instance"),
        ("def f(session: Session):\n    user = session.query(Order.id).first()\n    use(user)", None),
        ("def f(cache):\n    user = cache.get(Order, 1)\n    use(user)", None),
        ("user = {1}\nuser = list(user)\nuse(user)", None),
        ("try: pass\nexcept ValueError as user: use(user)", "an exception"),
        ("user = ''\ntry: pass\nexcept ValueError as user: use(user)", None),
        ("user = {1}\nuser |= other\nuse(user)", None),
    ],
)
def test_names_are_followed_to_what_they_stand_for(text: str, expected: str | None) -> None:
    assert what(text, "user") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1", True),
        ("CELERY_TASK_SERIALIZER = 'json'", True),
        ("CELERY_TASK_SERIALIZER = 'yaml'", False),
        ("CELERY_RESULT_SERIALIZER = env('X')", False),
        ("app.conf.task_serializer = 'pickle'", False),
        ("from kombu.utils.json import register_type", False),
        ("from kombu.serialization import register", False),
        ("@shared_task(serializer='pickle')\ndef f(): ...", False),
        ("OPTIONS = {'result_serializer': 'yaml'}", False),
        ("import pickle", True),
        ("class A:\n    def __json__(self): ...", False),
    ],
)
def test_a_file_that_names_another_serializer_does_not_speak_json(text: str, expected: bool) -> None:
    assert speaks_json(module_of(text)) is expected
