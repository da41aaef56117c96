"""`asyncio.get_event_loop()` raises in a thread and after `asyncio.run`; what it is given does not run by itself."""

import asyncio
import sys

from proofs import lab

app = lab.memory_app()
sent: list[str] = []


async def push(price: str) -> None:
    sent.append(price)


@app.task
def publish(price: str) -> None:
    asyncio.get_event_loop().call_soon(sent.append, price)


@app.task
def publish_with_run(price: str) -> None:
    asyncio.run(push(price))


def prove() -> None:
    failed = ("FAILURE", "RuntimeError")
    first = lab.outcome(publish.apply(("1.00",)))  # in the main thread, as on prefork
    lab.claim("the first one in the main thread", first, failed if sys.version_info >= (3, 14) else ("SUCCESS", None))
    lab.claim("hazard: what the loop was given did not run", sent, [])
    lab.claim(
        "mended: asyncio.run", (lab.outcome(publish_with_run.apply(("2.00",))), sent), (("SUCCESS", None), ["2.00"])
    )
    lab.claim("hazard: after asyncio.run", lab.outcome(publish.apply(("3.00",))), failed)
    with lab.worker_thread(app, "threads"):
        lab.claim("hazard: the threads pool", lab.outcome(publish.delay("4.00")), failed)
        lab.claim("mended: asyncio.run in a thread", lab.outcome(publish_with_run.delay("5.00")), ("SUCCESS", None))


if __name__ == "__main__":
    lab.main(prove)
