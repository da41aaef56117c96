"""Results handed over in canvases."""

from __future__ import annotations

import pytest

from celerylint.facts.handover import Handover
from tests.build import module_of

TASKS = """\
from celery import Task, chain, chord, group, shared_task
@shared_task
def none(): ...
@shared_task
def one(a): ...
@shared_task
def two(a, b): ...
@shared_task
def some(a=1, *, b=2): ...
@shared_task
def keywords(a, **more): ...
@shared_task
def positional(a, /, **more): ...
class Base(Task):
    def __call__(self, *args, **kwargs): ...
@shared_task(base=Base)
def own(): ...
"""


def handovers(text: str) -> list[tuple[str, str, str]]:
    """The handovers of a text: the task, what is handed over, what is wrong."""
    return [(found.dispatch.name, found.before, found.kind) for found in module_of(TASKS + text).all(Handover)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chain(none.s(), one.s())", []),
        ("chain(one.s(1), none.s())", [("none", "result", "surplus")]),
        ("chain(one.s(1), none.si())", []),
        ("chain(one.s(1), none.s().set(immutable=True))", []),
        ("chain(one.s(1), none.s().set(queue='q'))", [("none", "result", "surplus")]),
        ("chain(one.s(1), none.s().clone())", [("none", "result", "surplus")]),
        ("chain(one.s(1), none.s().clone(args=a))", []),
        ("chain(one.s(1), none.subtask(immutable=a))", []),
        ("chain(one.s(1), none.subtask())", [("none", "result", "surplus")]),
        ("chain(one.s(1), one.s(*a))", []),
        ("chain(one.s(1), one.s(2))", [("one", "result", "surplus")]),
        ("chain(one.s(1), one.s(2, 3))", []),
        ("chain(one.s(1), one.s(a=2))", [("one", "result", "twice")]),
        ("chain(one.s(1), two.s())", [("two", "result", "missing")]),
        ("chain(one.s(1), two.s(b=1))", []),
        ("chain(one.s(1), two.s(2))", []),
        ("chain(one.s(1), some.s(b=3))", []),
        ("chain(one.s(1), keywords.s(b=3))", []),
        ("chain(one.s(1), keywords.s(a=3))", [("keywords", "result", "twice")]),
        ("chain(one.s(1), positional.s(a=3))", []),
        ("chain(one.s(1), own.s())", []),
        ("chain(one.s(1), one.chunks([(1,)], 1))", []),
        ("one.s(1) | none.s() | one.s()", [("none", "result", "surplus")]),
        ("link = none.s()\none.s(1) | link", [("none", "result", "surplus")]),
        ("first = one.s(1) | one.s()\nfirst | none.s()", [("none", "result", "surplus")]),
        ("chain(one.s(1), chain(none.s(), one.s()))", [("none", "result", "surplus")]),
        ("chain(group(none.s()), one.s())", []),
        ("chain(group(none.s()), none.s())", [("none", "results", "surplus")]),
        ("chain(one.s(1), group(none.s(), one.s()))", [("none", "result", "surplus")]),
        ("chain(one.s(1), group(one.s(), one.s()), group(none.s()))", [("none", "results", "surplus")]),
        ("chord([none.s()], none.s())", [("none", "results", "surplus")]),
        ("chord([none.s()])(none.s())", [("none", "results", "surplus")]),
        ("chord([none.s()])(chain(one.s(), none.s()))", [("none", "result", "surplus")]),
        ("chord([none.s()], one.s()) | none.s()", [("none", "result", "surplus")]),
        ("chord([none.s()], group(one.s())) | none.s()", [("none", "results", "surplus")]),
        ("chord([none.s()])", []),
        ("chain(*links, none.s())", []),
        ("chain(one.s(1), *links, none.s())", [("none", "result", "surplus")]),
        ("links = [none.s()]\nlinks.append(none.s())\nchain(links)", []),
        ("chain(none.s() for each in a)", [("none", "result", "surplus")]),
        ("chain(none.si() for each in a)", []),
        ("chain() | none.s()", []),
        ("work = chain(one.s(1))\nwork = work | none.s()", []),
        ("chain(unknown, none.s())", [("none", "result", "surplus")]),
    ],
)
def test_what_cannot_take_a_result(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert handovers(text) == expected


def test_a_deep_canvas_is_no_harm() -> None:
    deep = "one.s(1)"
    for _ in range(60):
        deep = f"group([{deep}, none.s()])"
    assert handovers(deep) == []
