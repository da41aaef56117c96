"""The task itself is as good as its signature, and a function may give a signature."""

from celery import Celery, chord

app = Celery("orchard", broker="redis://localhost", backend="redis://localhost")


@app.task
def water(trees=()):
    print("watering", trees)


def water_all(trees):
    return water.s(list(trees))


@app.on_after_finalize.connect
def schedule_watering(sender, **kwargs):
    sender.add_periodic_task(60, water, name="one")
    sender.add_periodic_task(60, water_all(["apple"]), name="all")
    sender.add_periodic_task(60, sig=water.si().set(queue="garden"), name="set")
    sender.add_periodic_task(60, chord([water.s()], water.si()), name="chord")
    for minutes, signature in [(5, water.s()), (10, water.s(["pear"]))]:
        sender.add_periodic_task(minutes * 60, signature, name=f"{minutes}")
