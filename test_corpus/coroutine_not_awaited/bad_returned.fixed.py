import asyncio

from celery import Celery

from weather.client import forecast_of

app = Celery("weather")


@app.task
def forecast(city: str) -> dict[str, float]:
    async def _execute() -> dict[str, float]:
        answer = await forecast_of(city)
        return answer.temperatures

    return asyncio.run(_execute())
