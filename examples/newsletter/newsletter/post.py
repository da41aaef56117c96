"""The mail server."""

import asyncio
from collections.abc import Coroutine

import aiosmtplib


class ServerBusy(Exception):
    """The mail server wants us to come back later."""


async def post(email: str, text: str) -> None:
    """Hand one message to the server."""
    await aiosmtplib.send(text, sender="news@example.org", recipients=[email], hostname="localhost")


def run_coroutine(coroutine: Coroutine[object, object, None]) -> None:
    """Run a coroutine for a task: the one place where this project starts an event loop."""
    asyncio.run(coroutine)
