"""There is one engine to dispose of: of two that exclude each other, in two functions, or beside something else."""

import asyncio

from celery import shared_task

from charts.files import open_canvas
from charts.jobs import draw
from payroll.db import main_engine, replica_engine


@shared_task
def report(from_replica: bool) -> None:
    async def run() -> None:
        canvas = open_canvas()
        try:
            await draw(canvas)
        finally:
            canvas.dispose()
            if from_replica:
                await replica_engine.dispose()
            else:
                await main_engine.dispose()

    asyncio.run(run())
