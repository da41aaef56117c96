from celery import Celery

app = Celery("ferry", broker="redis://localhost")


@app.task
def depart(pier, ship=None):
    print("departing", pier, ship)


@app.on_after_finalize.connect
def schedule_departures(sender, **kwargs):
    sender.add_periodic_task(600, depart.s("a"), name="with")
    sender.add_periodic_task(600, depart.s(ship="b"), args=("a",), name="number")
    sender.add_periodic_task(600, depart.s("b"), args=("north",), name="many")
