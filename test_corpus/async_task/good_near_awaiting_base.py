"""The base class of the task awaits what `run` hands back."""

from asgiref.sync import async_to_sync
from celery import Celery, Task

from charging.stations import Station

app = Celery("charging")


class CoroutineTask(Task):
    def __call__(self, *args, **kwargs):
        return async_to_sync(self.run)(*args, **kwargs)


@app.task(base=CoroutineTask)
async def read_meter(station_id: int) -> float:
    async with Station(station_id) as station:
        return await station.kilowatt_hours()
