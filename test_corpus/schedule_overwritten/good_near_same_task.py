"""The same task with other arguments, arguments from a loop, and two apps."""

from celery import Celery

north = Celery("north", broker="redis://localhost/0")
south = Celery("south", broker="redis://localhost/1")
north.conf.beat_schedule = {"poll": {"task": "poll", "schedule": 10}}
south.conf.beat_schedule = {"poll": {"task": "poll", "schedule": 20}}


@north.task
def poll(station="all"):
    print("polling", station)


@north.on_after_configure.connect
def schedule_polls(sender, **kwargs):
    sender.add_periodic_task(10, poll.s("coast"))
    sender.add_periodic_task(60, poll.s("hills"))
    for station in ("a", "b"):
        sender.add_periodic_task(60, poll.s(station))
        sender.add_periodic_task(60, poll.s(station.upper()))
