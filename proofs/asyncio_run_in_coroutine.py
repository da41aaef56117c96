"""`asyncio.run`, `run_until_complete` and `async_to_sync` inside a coroutine raise RuntimeError, on every pool.

Awaited, or run in a thread of its own, the same coroutine runs.
"""

import asyncio
from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()


async def send() -> str:
    return "sent"


async def charge(how: str) -> Any:
    if how == "asyncio.run":
        return asyncio.run(send())
    if how == "run_until_complete":
        return asyncio.get_event_loop().run_until_complete(send())
    if how == "a new loop":
        return asyncio.new_event_loop().run_until_complete(send())
    if how == "async_to_sync":
        from asgiref.sync import async_to_sync

        return async_to_sync(send)()
    if how == "a thread":
        return await asyncio.to_thread(asyncio.run, send())
    return await send()


@app.task
def charge_order(how: str) -> Any:
    return asyncio.run(charge(how))


def prove() -> None:
    failed, sent = ("FAILURE", "RuntimeError"), ("SUCCESS", "sent")
    runners = ["asyncio.run", "run_until_complete", "a new loop"]
    if find_spec("asgiref") is None:
        print("not run: asgiref is not installed")
    else:
        runners.append("async_to_sync")
    with lab.worker_thread(app):
        for how in runners:
            lab.claim(f"hazard: {how}", lab.outcome(charge_order.delay(how)), failed)
        lab.claim("mended: await", lab.outcome(charge_order.delay("await")), sent)
        lab.claim("mended: a thread", lab.outcome(charge_order.delay("a thread")), sent)


if __name__ == "__main__":
    lab.main(prove)
