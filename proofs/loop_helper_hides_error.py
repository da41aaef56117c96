"""A helper that runs the coroutine inside `try … except RuntimeError` loses the coroutine's own RuntimeError.

The coroutine was awaited already, and cannot be again; one that is made anew does its work a second time.
"""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from proofs import lab

app = lab.memory_app()
sent: list[str] = []
Work = Coroutine[Any, Any, None]


async def send(text: str) -> None:
    sent.append(text)
    raise RuntimeError("the printer is on fire")


def run_hiding(coroutine: Work) -> None:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coroutine)
    except RuntimeError:
        return asyncio.run(coroutine)


def run_hiding_in_thread(coroutine: Work) -> None:
    try:
        asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=1) as executor:
            return executor.submit(asyncio.run, coroutine).result()
    except RuntimeError:
        return asyncio.run(coroutine)


def run(coroutine: Work) -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


async def in_running_loop(helper: Any) -> None:
    helper(send("label"))


@app.task
def print_hiding() -> None:
    run_hiding(send("label"))


@app.task
def print_twice() -> None:
    try:
        asyncio.run(send("label"))
    except RuntimeError:
        asyncio.new_event_loop().run_until_complete(send("label"))


@app.task
def print_label(helper_hides: bool, in_loop: bool) -> None:
    helper = run_hiding_in_thread if helper_hides else run
    if in_loop:
        asyncio.run(in_running_loop(helper))
    else:
        helper(send("label"))


def told(result: Any) -> tuple[str, int]:
    """The text of the error that a task failed with, and how often the coroutine ran."""
    lab.outcome(result)
    runs = len(sent)
    sent.clear()
    return str(result.result), runs


def prove() -> None:
    reused, nested = (
        "cannot reuse already awaited coroutine",
        "asyncio.run() cannot be called from a running event loop",
    )
    own = "the printer is on fire"
    with lab.worker_thread(app):
        lab.claim("hazard: hidden", told(print_hiding.delay()), (reused, 1))
        lab.claim("hazard: hidden under a running loop", told(print_label.delay(True, True)), (nested, 1))
        lab.claim("hazard: run twice", told(print_twice.delay()), (own, 2))
        lab.claim("mended: no loop", told(print_label.delay(False, False)), (own, 1))
        lab.claim("mended: under a running loop", told(print_label.delay(False, True)), (own, 1))


if __name__ == "__main__":
    lab.main(prove)
