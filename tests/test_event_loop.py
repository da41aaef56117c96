"""Event loops that task code starts."""

from __future__ import annotations

import pytest

from celerylint.facts.event_loop import LoopRun
from tests.build import module_of, one, under

HEAD = "import asyncio\nfrom asyncio import run\nfrom celery import shared_task\n@shared_task\ndef job(n):\n    "


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (HEAD + "asyncio.run(go(n))", "job"),
        (HEAD + "return run(go(n))", "job"),
        (HEAD + "help(n)\ndef help(n): asyncio.run(go(n))", "help"),
        (HEAD + "x = lambda: asyncio.run(go(n))", "job"),
    ],
)
def test_a_run_belongs_to_the_code_it_is_in(text: str, owner: str) -> None:
    assert one(LoopRun, text).code.name == owner


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "anyio.run(go, n)",
        HEAD + "asyncio.gather(go(n))",
        HEAD + "app.run(n)",
        HEAD + "asyncio = fake()\n    asyncio.run(go(n))",
        HEAD + "pass\ndef view(n): asyncio.run(go(n))",
        HEAD + "pass\nasyncio.run(main())",
        HEAD.replace("from asyncio", "from subprocess") + "run(n)",
    ],
)
def test_other_runs_are_not_found(text: str) -> None:
    assert not module_of(text).all(LoopRun)


def test_a_run_stands_on_its_call() -> None:
    module = module_of(HEAD + "x = asyncio.run(go(n)).value")
    assert under(module, one(LoopRun, module.source.text)) == "asyncio.run(go(n))"


@pytest.mark.parametrize(
    ("text", "in_runner"),
    [
        (HEAD + "drive(go(n))\ndef drive(coroutine): asyncio.run(coroutine)", True),
        (HEAD + "drive(go, n)\ndef drive(function, n): asyncio.run(function(n))", True),
        (HEAD + "run_async(go(n))\ndef run_async(c): asyncio.run(other(c))", True),
        (HEAD + "drive(go(n))\ndef drive(c):\n    async def inner(): return await c\n    asyncio.run(inner())", True),
        (HEAD + "drive(n)\ndef drive(n): asyncio.run(go(n))", False),
        (HEAD + "drive(n)\ndef drive(c):\n    c = go(c)\n    asyncio.run(c)", False),
        (HEAD + "asyncio.run(n)", False),
        (HEAD + "asyncio.run()", False),
    ],
)
def test_a_runner_runs_what_it_is_handed(text: str, in_runner: bool) -> None:
    assert one(LoopRun, text).is_in_runner is in_runner
