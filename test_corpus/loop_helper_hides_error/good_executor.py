import asyncio
import concurrent.futures

from celery import shared_task

from geo.lookup import locate


def _run_async(coroutine):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


@shared_task
def locate_address(address: str) -> tuple[float, float]:
    return _run_async(locate(address))
