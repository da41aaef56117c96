"""Event loops that task code starts."""

from __future__ import annotations

import pytest

from celerylint.facts.event_loop import LoopFallback, LoopRun
from tests.build import indented, module_of, one, under

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


@pytest.mark.parametrize(
    ("body", "function"),
    [
        ("asyncio.get_event_loop().run_until_complete(go(n))", "run_until_complete"),
        ("loop = asyncio.new_event_loop()\nloop.run_until_complete(go(n))", "run_until_complete"),
        (
            "try:\n    loop = asyncio.get_event_loop()\nexcept RuntimeError:\n    loop = asyncio.new_event_loop()\n"
            "loop.run_until_complete(go(n))",
            "run_until_complete",
        ),
        ("from asgiref.sync import async_to_sync as wait\nwait(go)(n)", "async_to_sync"),
    ],
)
def test_other_ways_to_run_a_coroutine(body: str, function: str) -> None:
    assert one(LoopRun, HEAD + "pass\n" + indented(body)).function == function


@pytest.mark.parametrize(
    "body",
    [
        "loop = n\nloop.run_until_complete(go(n))",
        "loop = asyncio.new_event_loop()\nloop = n\nloop.run_until_complete(go(n))",
        "self.loop.run_until_complete(go(n))",
        "wait(go)(n)",
    ],
)
def test_a_loop_that_is_not_known_is_none(body: str) -> None:
    assert not module_of(HEAD + "pass\n" + indented(body)).all(LoopRun)


@pytest.mark.parametrize(
    ("body", "is_current"),
    [
        ("loop = asyncio.get_event_loop()\nloop.run_until_complete(go(n))", True),
        ("asyncio.get_event_loop().run_until_complete(go(n))", True),
        ("asyncio.set_event_loop(n)\nasyncio.get_event_loop().run_until_complete(go(n))", False),
        ("loop = asyncio.get_event_loop()\nif not loop.is_running(): loop.run_until_complete(go(n))", False),
        ("loop = asyncio.new_event_loop()\nloop.run_until_complete(go(n))", False),
        ("asyncio.run(go(n))", False),
    ],
)
def test_the_loop_of_the_thread(body: str, is_current: bool) -> None:
    assert one(LoopRun, HEAD + "pass\n" + indented(body)).uses_current_loop is is_current


def test_a_loop_of_the_module_is_not_the_one_of_the_thread() -> None:
    text = HEAD.replace("@shared_task", "loop = asyncio.get_event_loop()\n@shared_task")
    assert one(LoopRun, text + "loop.run_until_complete(go(n))").uses_current_loop is False


@pytest.mark.parametrize(
    ("text", "is_handed_on"),
    [
        (HEAD + "pool.submit(work)\ndef work(): asyncio.run(go())", True),
        (HEAD + "pool.submit(call=work)\ndef work(): asyncio.run(go())", True),
        (HEAD + "pool.submit(lambda: asyncio.run(go()))", True),
        (HEAD + "work()\ndef work(): asyncio.run(go())", False),
        (HEAD + "asyncio.run(go())", False),
    ],
)
def test_what_is_handed_on_may_run_elsewhere(text: str, is_handed_on: bool) -> None:
    assert one(LoopRun, text).is_handed_on is is_handed_on


FALLBACK = "try:\n    {0}\nexcept RuntimeError:\n    {1}"


@pytest.mark.parametrize(
    ("inside", "after", "is_found"),
    [
        ("asyncio.run(n)", "asyncio.run(n)", True),
        ("asyncio.run_coroutine_threadsafe(n, loop).result()", "asyncio.run(n)", True),
        ("asyncio.get_running_loop()", "asyncio.run(n)", False),
        ("asyncio.run(n)", "asyncio.run(other())", False),
        ("asyncio.run(n)", "log(n)", False),
        ("work(n).result()", "asyncio.run(n)", False),
        ("asyncio.run(n)", "asyncio.run()", False),
        ("asyncio.run(n)", "asyncio.run(n); raise", False),
        ("asyncio.run(n)", "if n: asyncio.run(n)", True),
    ],
)
def test_a_fallback_runs_the_same_again(inside: str, after: str, is_found: bool) -> None:
    module = module_of(HEAD + "pass\n" + indented(FALLBACK.format(inside, after)))
    assert bool(module.all(LoopFallback)) is is_found
