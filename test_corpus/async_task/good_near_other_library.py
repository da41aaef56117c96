"""A broker of taskiq, not an app of Celery: its tasks are coroutines by design."""

from taskiq_redis import ListQueueBroker

from greenhouse.climate import Climate

broker = ListQueueBroker("redis://localhost:6379/2")


@broker.task(task_name="greenhouse.water_beds")
async def water_beds(greenhouse_id: int) -> None:
    climate = await Climate.of(greenhouse_id)
    for bed in climate.dry_beds():
        await bed.water(litres=4)


@broker.task
async def open_windows(greenhouse_id: int) -> None:
    climate = await Climate.of(greenhouse_id)
    await climate.open_windows()
