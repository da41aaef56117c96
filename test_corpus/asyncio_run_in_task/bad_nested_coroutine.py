import asyncio

import httpx
from celery import shared_task


@shared_task(bind=True, max_retries=3)
def check_links(self, page: str, links: list[str]) -> dict[str, int]:
    async def _execute() -> dict[str, int]:
        async with httpx.AsyncClient(timeout=10) as client:
            answers = await asyncio.gather(*(client.head(link) for link in links))
        return {str(answer.url): answer.status_code for answer in answers}

    return asyncio.run(_execute())  # expect CEL401: asyncio.run(_execute())
