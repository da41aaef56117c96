"""Chains, groups and chords, and what they are made of."""

from __future__ import annotations

import pytest

from celerylint.facts.canvas import Canvas, canvas_of
from celerylint.facts.canvas_use import DroppedCanvas, GroupLink, Member
from celerylint.facts.handover import Handover
from tests.build import indented, module_of, node_at, under

IMPORTS = (
    "import celery\nfrom celery import chain, chord, group, shared_task\nfrom app.tasks import far\n"
    "@shared_task\ndef near(a): return a\n"
)


def members(text: str) -> list[str]:
    """The members of the canvases of a text, as they are spelt, in source order."""
    module = module_of(IMPORTS + text)
    return [under(module, member) for member in sorted(module.all(Member), key=lambda member: member.span)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("chain(near.s(1), near.s())", ["chain"]),
        ("celery.group([near.s(1)])", ["group"]),
        ("celery.canvas.chord([near.s(1)], near.s())", ["chord"]),
        ("from celery import chain as then\nthen(near.s(1))", ["chain"]),
        ("near.s(1) | near.s() | near.s()", ["chain"]),
        ("far.si(1) | other", ["chain"]),
        ("first = near.s(1)\nfirst | other", ["chain"]),
        ("near.s(1) | (near.s() | near.s())", ["chain", "chain"]),
        ("chord([near.s(1)])(near.s()) | near.s()", ["chord", "chain"]),
        ("from itertools import chain\nchain(near.s(1))", []),
        ("chain = other\nchain(near.s(1))", []),
        ("match.group(1)", []),
        ("first | second", []),
        ("near(1) | near(2)", []),
        ("near.delay(1) | near.delay(2)", []),
        ("x: int | None = 1", []),
    ],
)
def test_canvases(text: str, kinds: list[str]) -> None:
    assert [canvas.kind for canvas in module_of(IMPORTS + text).all(Canvas)] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chain(a, b)", ["a", "b"]),
        ("chain([a, b])", ["a", "b"]),
        ("group(a for b in c)", ["a"]),
        ("group([a for b in c])", ["a"]),
        ("group(list(a for b in c))", ["a"]),
        ("group(tuple([a, b]))", ["a", "b"]),
        ("chain(a, *[b, c], d)", ["a", "b", "c", "d"]),
        ("chain(a, *b)", ["a", "b"]),
        ("chord([a, b], c)", ["a", "b", "c"]),
        ("chord([a, b])(c)", ["a", "b", "c"]),
        ("chord(header=[a], body=b)", ["a", "b"]),
        ("chord([a])(body=b)", ["a", "b"]),
        ("chord(a)", ["a"]),
        ("chord(*a)", ["a"]),
        ("near.s(1) | a | b", ["near.s(1)", "a", "b"]),
        ("parts = [a]\nparts.append(b)\nparts.append()\nothers.append(e)\ngroup(parts)", ["a", "b", "parts"]),
        ("parts = [a]\ngroup(parts)\nparts.append(b)", ["a", "parts"]),
        ("parts = []\nparts.append(near.delay(1))\nparts.append(near.s(1))\ngroup(parts)", ["parts"]),
    ],
)
def test_what_a_canvas_is_made_of(text: str, expected: list[str]) -> None:
    assert members(text) == expected


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        ("group(a)", True),
        ("group(a).set(queue='q').on_error(b)", True),
        ("work = group(a)", True),
        ("work = group(a)\nwork()", False),
        ("work = group(a)\nreturn lambda: work", False),
        ("work = group(a)\nwork |= b", False),
        ("work = group(a)\nreturn locals()", False),
        ("global work\nwork = group(a)", False),
        ("work = other = group(a)", False),
        ("work: object = group(a)", True),
        ("self.work = group(a)", False),
        ("group(a).tasks", False),
        ("group(a).set", False),
        ("group(a)()", False),
        ("yield group(a)", False),
        ("if group(a): pass", False),
    ],
)
def test_a_canvas_may_be_dropped(body: str, dropped: bool) -> None:
    found = module_of(IMPORTS + "def work_on(self, a, b):\n" + indented(body)).all(DroppedCanvas)
    assert len(found) == dropped


def test_a_canvas_of_the_module_is_not_dropped() -> None:
    assert not module_of(IMPORTS + "work = group(near.s(1))").all(DroppedCanvas)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("def plain(a): ...", False),
        ("@shared_task\ndef plain(a): return 1", True),
        ("@shared_task\ndef plain(a): return other(a)", True),
        ("@shared_task\ndef plain(a): return near.s(a)", False),
        ("@shared_task\ndef plain(a):\n    if a: return None\n    return [near.s(b) for b in a]", False),
        ("@shared_task\ndef plain(a) -> 'Signature': return a", False),
        ("@shared_task\n@wrapped\ndef plain(a): ...", False),
    ],
)
def test_a_task_may_be_called(text: str, called: bool) -> None:
    (member,) = module_of(IMPORTS + text + "\ngroup(plain(1))").all(Member)
    assert (member.called_task is not None) is called


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("group(a).apply_async(link=b, link_error=c)", ["link", "link_error"]),
        ("group(a).set(queue='q').apply_async(link=b)", ["link"]),
        ("group(a)(link=b)", ["link"]),
        ("group(a).apply_async(link=None)", []),
        ("group(a).apply_async(**link)", []),
        ("work = group(a)\nwork = other(work)\nwork.apply_async(link=b)", []),
        ("chain(a).apply_async(link=b)", []),
        ("other(group(a), link=b)", []),
    ],
)
def test_a_group_may_be_linked(text: str, options: list[str]) -> None:
    assert [link.option for link in module_of(IMPORTS + text).all(GroupLink)] == options


@pytest.mark.parametrize(
    ("loop", "is_canvas"),
    [("work = work.set(queue='q')", False), ("work = list(work)", False), ("work = work | near.s()", True)],
)
def test_a_chain_of_names_has_an_end(loop: str, is_canvas: bool) -> None:
    module = module_of(IMPORTS + f"{loop}\nchain(work, near.s(), *work)\nchain(work)\nwork")
    assert (canvas_of(module, node_at(module, "work")) is not None) is is_canvas
    assert not module.all(Handover)


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("chain(near(1), near(2))", {"near(1)": False, "near(2)": True}),
        ("group(near(1), near(2))", {"near(1)": False, "near(2)": False}),
        ("chord([near(1)], near(2))", {"near(1)": False, "near(2)": True}),
        ("chain(near.s(1), group(near(2)))", {"near(2)": True}),
        ("near.s(1) | near(2)", {"near(2)": True}),
    ],
)
def test_what_may_be_given_a_result(text: str, takes: dict[str, bool]) -> None:
    module = module_of(IMPORTS + text)
    found = {under(module, member): member.may_take_result for member in module.all(Member) if member.called_task}
    assert found == takes
