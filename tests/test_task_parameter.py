"""Parameters of tasks: whether the body reads them, and whether they are plainly data."""

from __future__ import annotations

import pytest

from celerylint.facts.task_parameter import TaskParameter
from tests.build import indented, module_of


def first(signature: str, body: str = "...") -> TaskParameter:
    text = "import datetime\nfrom typing import Any, Optional\nfrom celery import Task, shared_task\n"
    text += f"@shared_task(bind=True)\ndef send({signature}):\n{indented(body)}"
    return module_of(text).all(TaskParameter)[0]


@pytest.mark.parametrize(
    ("signature", "body"),
    [
        ("number: int", "..."),
        ("day: datetime.date", "..."),
        ("number: int | None = None", "..."),
        ("number: Optional[int]", "..."),
        ("numbers: list[int]", "..."),
        ("number: 'int'", "..."),
        ("number", "return number + 1"),
        ("number", "return 3 < number"),
        ("number", "return f'{number * 2}'"),
        ("rows", "return [row for row in rows]"),
        ("rows", "def inner():\n    return rows[0]\nreturn inner()"),
        ("rows", "return len(rows)"),
    ],
)
def test_a_parameter_is_data(signature: str, body: str) -> None:
    assert first(signature, body).is_data


@pytest.mark.parametrize(
    ("signature", "body"),
    [
        ("number", "..."),
        ("bound: Task", "return bound[0]"),
        ("bound: Any", "return bound[0]"),
        ("bound: 'Task'", "..."),
        ("bound: 'Broken['", "..."),
        ("self", "return self[0]"),
        ("current_task", "return current_task + 1"),
        ("number", "return other + number"),
        ("number", "return 'order %s' % number"),
        ("number", "return number == 3"),
        ("number", "return 1 < number < limit"),
        ("number", "number = 3\nreturn number + 1"),
        ("number", "return [number + 1 for number in rows()]"),
        ("number", "len = str\nreturn len(number)"),
        ("number", "return number(1)"),
    ],
)
def test_a_parameter_may_be_the_task(signature: str, body: str) -> None:
    assert not first(signature, body).is_data


@pytest.mark.parametrize(
    ("body", "used"),
    [
        ("...", False),
        ("return max_retries", True),
        ("del max_retries", True),
        ("def inner(): return max_retries\nreturn inner()", True),
        ("return vars()", True),
        ("return other.max_retries", False),
        ("return send(max_retries=1)", False),
    ],
)
def test_a_parameter_is_used(body: str, used: bool) -> None:
    assert first("max_retries=3", body).is_used is used


def test_parameters_have_their_own_defaults() -> None:
    text = (
        "from celery import shared_task\n@shared_task\ndef send(a, /, b, c=1, *args, d, e=None, f=2, **kwargs): ...\n"
    )
    parameters = module_of(text).all(TaskParameter)
    assert [parameter.name for parameter in parameters] == list("abcdef")
    assert [parameter.name for parameter in parameters if parameter.has_value] == ["c", "f"]
    assert [parameter.name for parameter in parameters if parameter.is_first] == ["a"]
