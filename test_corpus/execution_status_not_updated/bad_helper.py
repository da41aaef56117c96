import asyncio

from celery import shared_task

from archive.jobs import job_repository
from archive.store import pack


@shared_task
def pack_year(year, execution_id=None):  # expect CEL805: def pack_year
    return asyncio.run(_pack_year(year, execution_id))


async def _pack_year(year, job_id):
    size = await pack(year)
    await job_repository.update(job_id, status="success", size=size)
    return size
