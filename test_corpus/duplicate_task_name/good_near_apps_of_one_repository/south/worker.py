from celery import Celery

from south.cables import splice

app = Celery("south")


@app.task(name="cables.splice")
def splice_cable(cable_id: int) -> None:
    splice(cable_id, depth=40)
