"""Two services in one repository: each worker has its own app."""

from celery import Celery

from north.cables import splice

app = Celery("north")


@app.task(name="cables.splice")
def splice_cable(cable_id: int) -> None:
    splice(cable_id)
