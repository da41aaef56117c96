"""Whatever fails, the other engine is disposed of as well."""

import asyncio
from contextlib import AsyncExitStack, suppress

from celery import shared_task

from payroll.db import payroll_engine
from payroll.jobs import copy_hours
from timeclock.db import clock_engine


@shared_task
def gathered() -> None:
    async def run() -> None:
        try:
            await copy_hours()
        finally:
            await asyncio.gather(clock_engine.dispose(), payroll_engine.dispose(), return_exceptions=True)

    asyncio.run(run())


@shared_task
def suppressed() -> None:
    async def run() -> None:
        try:
            await copy_hours()
        finally:
            with suppress(Exception):
                await clock_engine.dispose()
            await payroll_engine.dispose()

    asyncio.run(run())


@shared_task
def nested() -> None:
    async def run() -> None:
        try:
            await copy_hours()
        finally:
            try:
                await clock_engine.dispose()
            finally:
                await payroll_engine.dispose()

    asyncio.run(run())


@shared_task
def stacked() -> None:
    async def run() -> None:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(clock_engine.dispose)
            stack.push_async_callback(payroll_engine.dispose)
            await copy_hours()

    asyncio.run(run())
