"""Calls of `add_periodic_task`."""

from __future__ import annotations

import pytest

from celerylint.facts.periodic_call import PeriodicCall
from tests.build import module_of, one

APP = "from celery import Celery, chain, chord, group\napp = Celery('shop')\n@app.task\ndef t(): ...\n"


@pytest.mark.parametrize(
    "text",
    [
        "app.add_periodic_task(1, t.s())",
        "@app.on_after_configure.connect\ndef f(sender, **kwargs): sender.add_periodic_task(1, t.s())",
        "@app.on_after_finalize.connect(weak=False)\ndef f(celery, **kwargs): celery.add_periodic_task(1, t.s())",
        "def f(sender, **kwargs): sender.add_periodic_task(1, t.s())\napp.on_after_configure.connect(f)",
        "from shop import celery_app\ncelery_app.add_periodic_task(1, t.s())",
    ],
)
def test_calls_on_an_app_are_found(text: str) -> None:
    assert len(module_of(APP + text).all(PeriodicCall)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "def includeme(config): config.add_periodic_task(1, t)",
        "@app.on_after_configure.connect\ndef f(sender, other, **kwargs): other.add_periodic_task(1, t.s())",
        "@scheduler.ready.connect\ndef f(sender, **kwargs): sender.add_periodic_task(1, t.s())",
        "self.add_periodic_task(1, t)",
        "add_periodic_task(1, t)",
        "class Mine(Celery):\n    def add_periodic_task(self): ...\napp.add_periodic_task(1, 't')",
    ],
)
def test_calls_on_something_else_are_not(text: str) -> None:
    assert module_of(APP + text).all(PeriodicCall) == []


@pytest.mark.parametrize(
    ("arguments", "misuse"),
    [
        ("1, t.s()", None),
        ("1, t", None),
        ("1, sig=t.si()", None),
        ("schedule=1, sig=t.s()", None),
        ("1, unknown()", None),
        ("1, unknown", None),
        ("*given", None),
        ("1, **given", None),
        ("1, chord([t.s()], t.s())", None),
        ("1, x | y", None),
        ("1", "missing"),
        ("1, task=t.s()", "missing"),
        ("1, t()", "called"),
        ("1, t.delay()", "sent"),
        ("1, t.s().apply_async()", "sent"),
        ("t.s(), 10.0", "swapped"),
        ("1, 't'", "text"),
        ("1, lambda: 1", "function"),
        ("1, chain(t.s())", "chain"),
        ("1, t.s() | t.s()", "chain"),
        ("1, group(t.s(), t.s())", "group"),
    ],
)
def test_what_beat_cannot_send(arguments: str, misuse: str | None) -> None:
    assert one(PeriodicCall, f"{APP}app.add_periodic_task({arguments})").misuse == misuse


@pytest.mark.parametrize(
    ("function", "misuse"),
    [("def f(): ...", "function"), ("@wraps\ndef f(): ...", None), ("def f(): ...\nf = app.task(f)", None)],
)
def test_a_function_that_nothing_makes_a_task_of(function: str, misuse: str | None) -> None:
    assert one(PeriodicCall, f"{APP}{function}\napp.add_periodic_task(1, f)").misuse == misuse
