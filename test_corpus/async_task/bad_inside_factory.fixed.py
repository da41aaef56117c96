import asyncio

from celery import Celery

from parcels.carrier import Carrier


def create_worker(broker_url: str) -> Celery:
    celery = Celery("parcels", broker=broker_url)

    @celery.task(name="parcels.track", max_retries=5)
    def track(parcel_number: str) -> str:
        return asyncio.run(_track(parcel_number))

    async def _track(parcel_number: str) -> str:
        return await Carrier().position_of(parcel_number)

    @celery.task(name="parcels.follow")
    async def follow(parcel_numbers: list[str]):
        for parcel_number in parcel_numbers:
            yield await Carrier().position_of(parcel_number)

    return celery
