"""Who awaits what `delay` gives has an app for coroutines."""

from fleet.celery import app


@app.task
async def locate(truck_id):
    return truck_id


async def locate_all(truck_ids):
    return [await locate.delay(truck_id) for truck_id in truck_ids]
