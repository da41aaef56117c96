"""Tasks in class bodies: what nobody passes, and what the task has not."""

from __future__ import annotations

import pytest

from celerylint.facts.task_method import TaskMethod
from tests.build import indented, module_of

APP = "from celery import Celery, Task, shared_task\nfrom lib import unknown\napp = Celery('shop')\n"


def methods(body: str) -> list[TaskMethod]:
    return module_of(f"{APP}class Shop(Base):\n    limit = name = 3\n{indented(body)}").all(TaskMethod)


@pytest.mark.parametrize(
    ("decorators", "lacks"),
    [
        ("@app.task", True),
        ("@shared_task(name='a')", True),
        ("@classmethod\n@app.task", True),
        ("@staticmethod\n@app.task", False),
        ("@unknown\n@app.task", False),
        ("@app.task\n@unknown", False),
        ("@app.task(filter=unknown)", False),
        ("@app.task(**OPTIONS)", False),
        ("@app.task(base=unknown)", False),
        ("@app.task(bind=True)", False),
    ],
)
def test_a_method_lacks_its_instance(decorators: str, lacks: bool) -> None:
    (method,) = methods(f"{decorators}\ndef send(self, order): ...")
    assert method.lacks_instance is lacks
    assert not method.is_of_descriptor


@pytest.mark.parametrize("signature", ["", "order", "*args", "shop, self"])
def test_a_function_without_self_lacks_nothing(signature: str) -> None:
    (method,) = methods(f"@app.task\ndef send({signature}): ...")
    assert not method.lacks_instance


@pytest.mark.parametrize(
    ("body", "member"),
    [
        ("return self.limit", "limit"),
        ("def inner(): return self.limit\nreturn inner()", "limit"),
        ("return self.name", None),
        ("return self.request.id", None),
        ("return self.other", None),
        ("self = Shop()\nreturn self.limit", None),
        ("return [self.limit for self in shops()]", None),
    ],
)
def test_a_bound_method_reads_what_the_task_has_not(body: str, member: str | None) -> None:
    (method,) = methods(f"@app.task(bind=True)\ndef send(self):\n{indented(body)}")
    assert method.member_of_instance == member


def test_what_is_no_method() -> None:
    assert not module_of(APP + "@app.task\ndef send(self): ...\nclass Shop:\n    send = send\n").all(TaskMethod)
    assert not module_of(APP + "class Send(Task):\n    def run(self): ...\n").all(TaskMethod)
    assert not methods("def inner(self):\n    @app.task\n    def send(self): ...")
    assert not methods("def send(self): ...\nsent = app.task(send)")
