"""Another app was read, and one that is configured anew after it was."""

from celery import Celery

north = Celery("north", broker="redis://localhost/0")
south = Celery("south", broker="redis://localhost/1")
print(north.conf.broker_url)


@south.on_after_configure.connect
def schedule_south(sender, **kwargs):
    sender.add_periodic_task(60, poll.s())


@north.on_after_configure.connect
def schedule_north(sender, **kwargs):
    sender.add_periodic_task(60, poll.s())


north.config_from_object("stations.north")


@south.task
def poll():
    print("polling")
