"""The body of an `async def` task, or of a generator task, never runs: calling it only makes a coroutine or generator.

With a result backend the task then fails, as that object cannot be encoded; without one the worker logs a success.
"""

import asyncio
from collections.abc import Iterator

from proofs import lab

app = lab.memory_app()
sent: list[str] = []


@app.task
async def send_receipt(order: str) -> None:
    sent.append(order)


@app.task(ignore_result=True)
async def send_receipt_unwatched(order: str) -> None:
    sent.append(order)


@app.task
def send_receipts(orders: list[str]) -> Iterator[str]:
    for order in orders:
        sent.append(order)
        yield order


@app.task
def send_receipt_mended(order: str) -> None:
    asyncio.run(deliver(order))


async def deliver(order: str) -> None:
    sent.append(order)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: async def ends in", lab.outcome(send_receipt.delay("A1")), ("FAILURE", "EncodeError"))
        lab.claim("hazard: a generator ends in", lab.outcome(send_receipts.delay(["B1"])), ("FAILURE", "EncodeError"))
        unwatched = send_receipt_unwatched.delay("C1")
        lab.wait_until(lambda: lab.is_logged(f"[{unwatched.id}] "))
        is_success = lab.is_logged(f"[{unwatched.id}] succeeded") and lab.is_logged(": <coroutine object")
        lab.claim("hazard: without a result, the coroutine is logged as a success", is_success, True)
        lab.claim("hazard: receipts sent", sent, [])

        mended = send_receipt_mended.delay("D1")
        lab.claim("mended: a plain task with asyncio.run ends in", lab.outcome(mended), ("SUCCESS", None))
        lab.claim("mended: receipts sent", sent, ["D1"])


if __name__ == "__main__":
    lab.main(prove)
