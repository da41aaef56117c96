"""The guide's call of a foreign service: a breaker of the house that knows its state by name may be made for each call."""

import aiohttp
from celery import shared_task

from market.services.circuit_breaker import circuit_breaker
from market.tasks.utils import run_async


@shared_task(bind=True, max_retries=4, default_retry_delay=240)
def fetch_rates(self, currency: str) -> dict:
    """Fetch today's rates of a currency."""
    return run_async(fetch_external_rates(currency))


async def fetch_external_rates(currency: str) -> dict:
    """Ask the exchange."""

    @circuit_breaker("exchange")
    async def _fetch() -> dict:
        async with aiohttp.ClientSession() as session:
            async with session.get(f"https://rates.example.com/{currency}") as answer:
                return await answer.json()

    return await _fetch()
