import asyncio
from concurrent.futures import ThreadPoolExecutor

from celery import Celery

from rates.client import fetch_rates

app = Celery("rates")


def run_coroutine(coro):
    try:
        loop = asyncio.get_event_loop()
        if loop.is_running():
            with ThreadPoolExecutor() as pool:
                future = pool.submit(asyncio.run, coro)
                return future.result(timeout=60)
        return loop.run_until_complete(coro)
    except RuntimeError:  # expect CEL406: except RuntimeError
        return asyncio.run(coro)


@app.task
def refresh_rates(currency: str) -> dict[str, float]:
    return run_coroutine(fetch_rates(currency))
