"""Inside a coroutine: here a thread runs a second loop, for a library that needs its own."""

import asyncio

from celery import shared_task

from reports.charts import draw_chart
from reports.pdf import bind_pages
from reports.runner import run_async


@shared_task
def print_report(report_id: int) -> str:
    return run_async(_print_report(report_id))


async def _print_report(report_id: int) -> str:
    chart = await asyncio.to_thread(lambda: asyncio.run(draw_chart(report_id)))
    return await bind_pages(report_id, [chart])
