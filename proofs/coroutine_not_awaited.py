"""A coroutine that a task drops never runs, and the task ends with SUCCESS; one that it returns cannot be stored.

As a condition a coroutine is always true.
"""

import asyncio
from typing import Any

from proofs import lab

app = lab.memory_app()
sent: list[str] = []


async def send(text: str) -> str:
    sent.append(text)
    return text


async def is_open() -> bool:
    return False


@app.task
def announce_dropped(text: str) -> None:
    send(text)  # type: ignore[unused-coroutine]


@app.task
def announce_returned(text: str) -> Any:
    return send(text)


@app.task
def bid() -> str:
    return "bid" if is_open() else "closed"


@app.task
def announce(text: str) -> str:
    return asyncio.run(send(text))


@app.task
def bid_mended() -> str:
    return "bid" if asyncio.run(is_open()) else "closed"


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: dropped", (lab.outcome(announce_dropped.delay("a")), sent), (("SUCCESS", None), []))
        returned = lab.outcome(announce_returned.delay("b"))
        lab.claim("hazard: returned", (returned, sent), (("FAILURE", "EncodeError"), []))
        lab.claim("hazard: a condition", lab.outcome(bid.delay()), ("SUCCESS", "bid"))
        lab.claim("mended: run", (lab.outcome(announce.delay("c")), sent), (("SUCCESS", "c"), ["c"]))
        lab.claim("mended: a condition", lab.outcome(bid_mended.delay()), ("SUCCESS", "closed"))


if __name__ == "__main__":
    lab.main(prove)
