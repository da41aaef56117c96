"""Somebody holds on to each of these: the module, the caller, a list, another closure."""

from celery import signals

from mill.wheels import stop_wheel, turn_wheel

RECEIVERS = []
turn = lambda **kwargs: turn_wheel()  # noqa: E731
signals.worker_ready.connect(turn)


@signals.worker_shutdown.connect
def stop(**kwargs):
    stop_wheel()


class Wheel:
    def __init__(self) -> None:
        @signals.worker_init.connect
        def start(**kwargs):
            self.turning = True

        self.start = start

    @signals.beat_init.connect
    def on_beat(*args, **kwargs):
        turn_wheel()


wheel = Wheel()


def receiver_for(name: str):
    @signals.task_prerun.connect(sender=name)
    def turn_for(**kwargs):
        turn_wheel(name)

    return turn_for


def listen(name: str) -> None:
    def note(**kwargs):
        turn_wheel(name)

    RECEIVERS.append(note)
    signals.task_postrun.connect(note)
