"""Loops of task code: what they run over, and what depends on the item."""

from __future__ import annotations

import ast

import pytest

from celerylint.facts.loop import Loop, mentions
from tests.build import indented, module_of, one, under

HEAD = (
    "from celery import shared_task\nfrom app.models import Order, Status\nfrom django.conf import settings\n"
    "KINDS = ['a', 'b']\nkinds = ('a', 'b')\n@shared_task\ndef job(rows, n):\n"
)


def loop(body: str) -> Loop:
    """The only loop in the body of a task."""
    return one(Loop, HEAD + indented(body))


@pytest.mark.parametrize(
    "head",
    [
        "for row in rows",
        "for row in load()",
        "for row in Order.objects.all()",
        "for row in session.query(Order)",
        "for i, row in enumerate(rows)",
        "for row in sorted(rows, key=f)",
        "for row in list(set(rows))",
        "for key, row in rows.items()",
        "for row in rows.values()",
        "for a, b in zip(rows, other)",
        "for i in range(len(rows))",
        "for row in rows[1:]",
        "for row in tqdm(rows)",
        "for row in (row for row in ())",
        "for user_id in ids",
        "for update in updates",
        "for message in messages",
        "for candidate in candidates",
        "for holiday_request in rows",
        "for tenant in tenants",
    ],
)
def test_a_loop_over_many_things_is_unbounded(head: str) -> None:
    assert module_of(HEAD + indented(f"{head}: ...")).all(Loop)[0].is_unbounded


@pytest.mark.parametrize(
    "head",
    [
        "for kind in ('a', 'b')",
        "for kind in ['a', n]",
        "for kind in {'a', n}",
        "for kind in 'abc'",
        "for kind in KINDS",
        "for kind in kinds",
        "for kind in KINDS + ['c']",
        "for kind in kinds + ('c',)",
        "for kind in {'a': 1}",
        "for key, value in {'a': 1}.items()",
        "for i, kind in enumerate(KINDS)",
        "for kind in settings.CURRENCIES",
        "for kind in settings.currencies",
        "for kind in Order.STATES",
        "for status in Status",
        "for status in list(Status)",
        "for status in Status.__members__.values()",
        "for status, label in Status.choices",
        "for a, b in zip(KINDS, ('x', 'y'))",
        "for attempt in range(3)",
        "for attempt in range(n)",
        "for attempt in range(MAX_ATTEMPTS)",
        "for attempt in range(1, n + 1)",
        "for start in range(0, len(rows), 100)",
        "for chunk in chunked(rows, 100)",
        "for batch in load()",
        "for page in pages",
        "for page_number in numbers",
        "for part in batched(rows, 100)",
        "for ids in itertools.batched(rows, 100)",
        "for row in grouper(rows, 10)",
        "for month in months",
        "while rows",
        "while True",
    ],
)
def test_a_loop_over_few_things_or_over_batches_is_not(head: str) -> None:
    assert not loop(f"{head}: ...").is_unbounded


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("for row in rows: ...", {"row"}),
        ("for i, (a, *b) in rows: ...", {"i", "a", "b"}),
        ("for row in rows:\n    key = row.key\n    other = n", {"row", "key"}),
        ("for row in rows:\n    a = f(row)\n    b = a + 1\n    c = b\n    d = c", {"row", "a", "b", "c", "d"}),
        ("for row in rows:\n    a, b = row.a, n", {"row", "a", "b"}),
        ("for row in rows:\n    a: int = row.a", {"row", "a"}),
        ("for row in rows:\n    if (a := row.a): ...", {"row", "a"}),
        ("for row in rows:\n    n += row.a", {"row", "n"}),
        ("for row in rows:\n    x = [line for line in row.lines]", {"row", "line", "x"}),
        ("for row in rows:\n    def f():\n        hidden = row", {"row"}),
        ("for row in rows:\n    n.total = row.a", {"row"}),
        ("for row in rows:\n    n['x'] = row.a", {"row"}),
        ("for row in rows:\n    n[row.key] = row.a", {"row"}),
        ("for row in rows:\n    row.total = n", {"row"}),
        ("while rows:\n    row = rows.pop()", set()),
    ],
)
def test_names_that_stand_for_the_item(body: str, names: set[str]) -> None:
    assert module_of(HEAD + indented(body)).all(Loop)[0].item_names == names


def test_a_comprehension_is_a_loop_for_each_clause() -> None:
    module = module_of(HEAD + "    return {f(a): b for a in rows if g(a) for b in a.all() if h(b)}\n")
    outer, inner = module.all(Loop)
    assert [ast.unparse(part) for part in outer.body] == ["g(a)", "h(b)", "a.all()", "f(a)", "b"]
    assert [ast.unparse(part) for part in inner.body] == ["h(b)", "f(a)", "b"]
    assert under(module, inner).startswith("{f(a): b for a in rows")
    assert [ast.unparse(found.iterable) for found in (outer, inner) if found.iterable] == ["rows", "a.all()"]


def test_only_loops_of_task_code_are_found() -> None:
    text = "for x in y: ...\ndef view():\n    for x in y: ...\nz = [x for x in y]\n"
    assert not module_of(text + "from celery import shared_task\n@shared_task\ndef job(): ...\n").all(Loop)


def test_a_loop_runs_its_body_and_not_what_the_body_defines() -> None:
    found = loop("for row in before():\n    during()\n    def f(): hidden()\nelse:\n    after()\n")
    calls = {node.func.id for node in found.nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert calls == {"during"}


def test_mentions_looks_into_everything() -> None:
    node = ast.parse("f(a.b[c:d], lambda: e, g=h)", mode="eval").body
    assert all(mentions(node, [name]) for name in "facdeh")
    assert not mentions(node, ["b", "g"])
    assert not mentions(node, [])
