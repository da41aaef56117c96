import asyncio

from celery import Celery
from sqlalchemy.ext.asyncio import AsyncSession

from mirror.db import engine
from mirror.pages import mirror_page

app = Celery("mirror")


async def _mirror(urls: list[str]) -> int:
    jobs = []
    async with AsyncSession(engine) as session:
        for url in urls:
            jobs.append(mirror_page(url, session=session))
        pages = await asyncio.gather(*jobs, return_exceptions=True)  # expect CEL321: asyncio.gather(*jobs, return_exceptions=True)
        await session.commit()
    return len(pages)


@app.task
def mirror(urls: list[str]) -> int:
    return asyncio.run(_mirror(urls))
