"""Each loop runs in a thread of its own, where none is running."""

import asyncio

from celery import shared_task

from reports.charts import draw_chart
from reports.pdf import bind_pages
from reports.tables import draw_table


async def _print_report(report_id: int) -> str:
    chart = await asyncio.to_thread(asyncio.run, draw_chart(report_id))
    table = await asyncio.to_thread(lambda: asyncio.run(draw_table(report_id)))
    return await bind_pages(report_id, [chart, table])


@shared_task
def print_report(report_id: int) -> str:
    return asyncio.run(_print_report(report_id))
