from celery import Celery

app = Celery("ferry", broker="redis://localhost")


@app.task
def depart(pier, ship=None):
    print("departing", pier, ship)


@app.on_after_finalize.connect
def schedule_departures(sender, **kwargs):
    sender.add_periodic_task(600, depart.s(), name="without")  # expect CEL704: depart.s()
    sender.add_periodic_task(600, depart.s("a"), args=(3), name="number")  # expect CEL704: 3
    sender.add_periodic_task(600, depart.s("a", "b"), args=("north",), name="many")  # expect CEL704: "b"
