"""`await` in a plain `def`, as Python's compiler judges it."""

from __future__ import annotations

import pytest

from celerylint.facts.misplaced_await import MisplacedAwait
from tests.build import indented, module_of

HEAD = "from celery import shared_task\n@shared_task\n{0}def job(x, y):\n"


@pytest.mark.parametrize("prefix", ["", "async "])
@pytest.mark.parametrize(
    "body",
    [
        "await x",
        "return [z async for z in x]",
        "return {z: 1 async for z in x}",
        "return (z async for z in x)",
        "return (await z for z in x)",
        "return (z for z in x if await z)",
        "async with x: pass",
        "async with x as z, y: pass",
        "async for z in x: pass",
        "async def inner(): await x",
        "class Inner:\n    async def run(self): await x",
        "return (await_ for await_ in x)",
    ],
)
def test_it_is_found_where_the_compiler_refuses_it(body: str, prefix: str) -> None:
    text = HEAD.format(prefix) + indented(body)
    try:
        compile(text, "job.py", "exec")
        refused = False
    except SyntaxError:
        refused = True
    assert bool(module_of(text).all(MisplacedAwait)) is refused


def test_a_file_without_tasks_is_left_alone() -> None:
    assert not module_of("def job(x):\n    await x").all(MisplacedAwait)
