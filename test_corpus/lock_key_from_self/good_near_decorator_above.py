"""A decorator of a helper is given what the helper is given, and one that makes decorators is given no task."""

from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from smithy.irons import forge, sharpen

client = redis.Redis()


def exclusive(name: str) -> Callable:
    guard = client.lock(f"smithy-{name}", timeout=60)

    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            with guard:
                return function(*args, **kwargs)

        return run

    return decorate


def one_a_tool(function: Callable) -> Callable:
    @wraps(function)
    def run(*args):
        with client.lock(f"tool-{args[0]}", timeout=60):
            return function(*args)

    return run


@one_a_tool
def sharpened(tool: str) -> str:
    return sharpen(tool)


@shared_task(bind=True)
@exclusive("forge")
def forge_tool(self, tool: str) -> str:
    return forge(sharpened(tool))
