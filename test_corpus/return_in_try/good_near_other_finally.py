"""The `finally` disposes of nothing, or of no engine; a function inside returns to the coroutine."""

import asyncio

from celery import shared_task

from clinic.db import SessionLocal, engine
from clinic.devices import open_scanner
from clinic.visits import plan, rate


@shared_task
def plan_day(day: str) -> dict:
    async def run() -> dict:
        scanner = open_scanner()
        try:
            return await plan(scanner, day)
        finally:
            scanner.dispose()

    return asyncio.run(run())


@shared_task
def rate_day(day: str) -> list:
    async def run() -> list:
        def weight(visit) -> int:
            return rate(visit)

        visits: list = []
        try:
            async with SessionLocal() as session:
                visits = sorted(await plan(session, day), key=weight)
        finally:
            await engine.dispose()
        return visits

    try:
        return asyncio.run(run())
    finally:
        print("rated", day)
