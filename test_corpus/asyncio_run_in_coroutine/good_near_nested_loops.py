"""`nest_asyncio` makes nested loops possible."""

import asyncio

import nest_asyncio
from celery import shared_task

from notebooks.kernel import start_kernel

nest_asyncio.apply()


async def _run_notebook(path: str) -> int:
    kernel = await start_kernel()
    return asyncio.run(kernel.execute(path))


@shared_task
def run_notebook(path: str) -> int:
    return asyncio.run(_run_notebook(path))
