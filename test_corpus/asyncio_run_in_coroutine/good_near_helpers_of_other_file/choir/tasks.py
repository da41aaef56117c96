"""Helpers that look for a running loop, use a thread, expect the error, or do not run one each time; and a plain task."""

import asyncio

from celery import shared_task

from choir import helpers


async def rehearse(part: str) -> str:
    helpers.in_any_case(part)
    helpers.in_a_thread(part)
    helpers.tried_first(part)
    helpers.perhaps(part)
    helpers.remembered(part)
    helpers.only_if_asked(part)
    await helpers.later(part)
    await asyncio.to_thread(lambda: helpers.sung(part))
    return await helpers.nested(part)


@shared_task
def rehearse_all(parts: list[str]) -> list[str]:
    return [asyncio.run(rehearse(part)) for part in parts]


@shared_task
def perform(part: str) -> str:
    return helpers.sung(part)
