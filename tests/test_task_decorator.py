"""Decorators beside the task decorator: what they surely give, and what that is called."""

from __future__ import annotations

import pytest

from celerylint.facts.task_decorator import TaskDecorator
from tests.build import dedented, one

APP = "import functools\nfrom contextlib import contextmanager\nfrom celery import Celery, shared_task\n"


def above(definition: str, decorator: str = "@guard") -> TaskDecorator:
    return one(TaskDecorator, f"{APP}{dedented(definition)}\n{decorator}\n@shared_task\ndef send(): ...\n")


def below(definition: str, decorator: str = "@guard") -> TaskDecorator:
    return one(TaskDecorator, f"{APP}{dedented(definition)}\n@shared_task\n{decorator}\ndef send(): ...\n")


PLAIN = """
def guard(f):
    def inner(*args): return f(*args)
    return inner
"""
FACTORY = """
def guard(times):
    def decorate(f):
        @functools.wraps(f)
        def inner(*args): return f(*args)
        return inner
    return decorate
"""


def test_a_wrapper_is_a_plain_function() -> None:
    assert above(PLAIN).gives_function
    assert above(FACTORY, "@guard(3)").gives_function
    assert above("@contextmanager\ndef guard():\n    yield", "@guard()").gives_function
    assert above("", "@functools.cache").gives_function


@pytest.mark.parametrize(
    "definition",
    [
        "from lib import guard",
        "def guard(f): return f",
        "def guard(f): return register(f)",
        "def guard(f):\n    def inner(): ...\n    return inner if DEBUG else f",
        "def guard(f):\n    if DEBUG:\n        return f\n    def inner(): return f()\n    return inner",
        "def guard(f):\n    def inner(): return f()\n    inner.delay = f.delay\n    return inner",
        "def guard(f):\n    def inner(): return f()\n    register(inner)\n    return inner",
        "def guard(f):\n    def inner(): return f.delay()\n    return inner",
        "def guard(f):\n    def inner(): return send_task(f.__name__)\n    return inner",
        "def guard(f):\n    @shared_task\n    def inner(): return f()\n    return inner",
        "def guard(f):\n    @unknown\n    def inner(): return f()\n    return inner",
        "def guard(f):\n    class inner: ...\n    return inner",
        "@unknown\ndef guard(f):\n    def inner(): return f()\n    return inner",
        "def inner(): ...\ndef guard(f): return inner",
        "class guard:\n    def __init__(self, f): ...",
        "guard = lambda f: f",
        "",
    ],
)
def test_what_a_decorator_gives_is_not_known(definition: str) -> None:
    assert not above(definition).gives_function


def test_a_factory_that_is_not_called_gives_a_decorator() -> None:
    """Which it hands the arguments of the task; nobody can have meant that, and what comes of it is not our matter."""
    assert not above(FACTORY).gives_function


def test_a_wrapper_hides_the_name_unless_it_is_copied() -> None:
    assert below(PLAIN).hides_name
    assert not below(FACTORY, "@guard(3)").hides_name
    assert not below(PLAIN.replace("inner", "send")).hides_name
    assert not below("from lib import guard").hides_name


def test_the_decorator_that_celery_is_handed_the_result_of() -> None:
    text = f"{APP}{PLAIN}\n@first\n@shared_task\n@guard\n@guard\ndef send(): ...\n"
    from tests.build import module_of

    decorators = module_of(text).all(TaskDecorator)
    assert [decorator.is_above for decorator in decorators] == [True, False, False]
    assert [decorator.is_next_below for decorator in decorators] == [False, True, False]
