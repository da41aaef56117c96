"""Hooks: how many arguments they take; and whether `__call__` runs the task."""

from __future__ import annotations

import pytest

from celerylint.facts.task_hook import CallMethod, TaskHook
from tests.build import indented, module_of, one

IMPORTS = "import functools\nfrom celery import Celery, Task, shared_task\napp = Celery('shop')\n"


def hook(method: str) -> TaskHook:
    return one(TaskHook, f"{IMPORTS}class Base(Task):\n{indented(method)}")


def call(body: str, attributes: str = "abstract = True") -> CallMethod:
    text = f"{IMPORTS}class Base(Task):\n    {attributes}\n    def __call__(self, *args, **kwargs):\n"
    return one(CallMethod, text + indented(body, 2))


@pytest.mark.parametrize(
    ("method", "accepts"),
    [
        ("def on_success(self, retval, task_id, args, kwargs): ...", True),
        ("def on_success(self, a, b, c, d, e=None, *, f=None): ...", True),
        ("def on_success(self, *args): ...", True),
        ("def on_success(*args): ...", True),
        ("def on_success(self, retval, /, task_id, args, kwargs): ...", True),
        ("def on_success(self, retval): ...", False),
        ("def on_success(self, a, b, c, d, e): ...", False),
        ("def on_success(self, a, b, c, d, *, e): ...", False),
        ("def on_success(self, **kwargs): ...", False),
        ("def on_success(self, a, b, c, d, e, *args): ...", False),
        ("@staticmethod\ndef on_success(a, b, c, d): ...", True),
        ("@staticmethod\ndef on_success(self, a, b, c, d): ...", False),
    ],
)
def test_a_hook_accepts_what_celery_passes(method: str, accepts: bool) -> None:
    assert hook(method).accepts is accepts


@pytest.mark.parametrize(
    "text",
    [
        "class Base(Task):\n    @unknown\n    def on_success(self): ...",
        "class Base(Task):\n    async def on_success(self): ...",
        "class Base(Task):\n    def on_other(self): ...",
        "class Base:\n    def on_success(self): ...",
        "from lib import ring\n@shared_task(on_success=ring)\ndef send(): ...",
        "def ring(): ...\n@shared_task(on_success=functools.partial(ring, 1))\ndef send(): ...",
        "def ring(): ...\nhook = functools.partial(ring, 1)\n@shared_task(on_success=hook)\ndef send(): ...",
        "@unknown\ndef ring(): ...\n@shared_task(on_success=ring)\ndef send(): ...",
        "def ring(): ...\nclass Base(Task):\n    on_success = staticmethod(ring)",
    ],
)
def test_what_is_no_hook_that_can_be_seen(text: str) -> None:
    assert not module_of(IMPORTS + text + "\n").all(TaskHook)


@pytest.mark.parametrize(
    ("body", "runs"),
    [
        ("return self.run(*args, **kwargs)", True),
        ("return super().__call__(*args, **kwargs)", True),
        ("return Task.__call__(self, *args, **kwargs)", True),
        ("return in_context(self, args)", True),
        ("return self.execute(args)", True),
        ("raise NotImplementedError", True),
        ("print(self.name)", False),
        ("pass", False),
    ],
)
def test_a_call_may_run_the_task(body: str, runs: bool) -> None:
    assert call(body).may_run is runs


@pytest.mark.parametrize(
    ("body", "drops"),
    [
        ("self.run(*args)", True),
        ("super().__call__(*args)", True),
        ("with context():\n    self.run(*args)\nreturn", True),
        ("return self.run(*args)", False),
        ("result = self.run(*args)\nreturn result", False),
        ("self.run(*args)\nreturn 3", False),
        ("other.run(*args)", False),
        ("def inner(): return self.run(*args)\nreturn inner()", False),
    ],
)
def test_a_call_drops_the_result(body: str, drops: bool) -> None:
    assert call(body).drops_result is drops


def test_a_result_that_is_ignored_is_not_dropped() -> None:
    assert not call("self.run(*args)", "ignore_result = True").drops_result


def test_a_class_whose_call_is_its_work_is_no_base() -> None:
    assert not call("print(args)", "name = 'shop.send'").is_of_base
    assert call("print(args)", "def run(self): ...").is_of_base
