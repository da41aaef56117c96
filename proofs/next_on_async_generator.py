"""`next()` refuses an asynchronous generator with TypeError; a coroutine can iterate over it."""

import asyncio
from collections.abc import AsyncIterator

from proofs import lab

app = lab.memory_app()


async def get_db() -> AsyncIterator[str]:
    yield "session"


@app.task
def take_next() -> str:
    return next(get_db())  # type: ignore[call-overload, no-any-return]


@app.task
def iterate() -> str:
    async def first() -> str:
        async for session in get_db():
            return session
        return "nothing"

    return asyncio.run(first())


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: next", lab.outcome(take_next.delay()), ("FAILURE", "TypeError"))
        lab.claim("mended: a coroutine iterates", lab.outcome(iterate.delay()), ("SUCCESS", "session"))


if __name__ == "__main__":
    lab.main(prove)
