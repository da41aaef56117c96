from os import environ

from celery import chain

from bells import tasks
from bells.celery import app

if environ.get("RING"):
    tasks.ring.delay()  # expect CEL516: tasks.ring.delay()


chain(tasks.tune.si(), tasks.ring.si()).delay()  # expect CEL516: chain(tasks.tune.si(), tasks.ring.si()).delay()


class Tower:
    tuned = app.send_task("bells.tune", ("all",))  # expect CEL516: app.send_task("bells.tune", ("all",))

    def strike(self) -> None:
        tasks.ring.delay()
