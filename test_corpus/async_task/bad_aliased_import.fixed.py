import asyncio

import aiofiles
from celery import shared_task as task

from payroll.slips import render_slip


@task(
    name="payroll.write_slips",
    ignore_result=True,
    soft_time_limit=300,
)
def write_slips(month: str, employee_ids: list[int]) -> None:
    return asyncio.run(_write_slips(month, employee_ids))


async def _write_slips(month: str, employee_ids: list[int]) -> None:
    for employee_id in employee_ids:
        async with aiofiles.open(f"/srv/slips/{month}/{employee_id}.pdf", "wb") as file:
            await file.write(render_slip(month, employee_id))
