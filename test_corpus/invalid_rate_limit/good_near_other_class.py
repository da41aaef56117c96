"""A class that is no task may count its requests as it likes."""

from celery import shared_task


class ForecastClient:
    rate_limit = "500/day"

    def __init__(self, rate_limit: str = "20/min") -> None:
        self.rate_limit = rate_limit

    def forecast(self, city: str) -> str:
        return f"{city}: sunny ({self.rate_limit})"


@shared_task
def fetch_forecast(city: str) -> str:
    return ForecastClient(rate_limit="100 per hour").forecast(city)
