# settings: own-task-class = true
"""The settings say that the app has a task class of its own, which may await."""

from fleet.celery import app


@app.task
async def locate(truck_id):
    return truck_id
