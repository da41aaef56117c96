"""`weak=False` holds them, and so does `retry`; what objects do with themselves may hold them too."""

from celery import signals

from pottery.kilns import KilnWatch, heat

WATCHES = []


class Watch:
    def __init__(self) -> None:
        WATCHES.append(self)

    def on_ready(self, **kwargs) -> None:
        heat()

    @classmethod
    def on_init(cls, **kwargs) -> None:
        heat()


def install(weak: bool, options: dict) -> None:
    @signals.worker_process_init.connect(weak=weak)
    def heat_kiln(**kwargs):
        heat()

    signals.worker_ready.connect(lambda **kwargs: heat(), weak=False)
    signals.worker_ready.connect(lambda **kwargs: heat(), None, False)
    signals.worker_ready.connect(lambda **kwargs: heat(), **options)
    signals.worker_ready.connect(Watch().on_ready)
    signals.worker_init.connect(Watch().on_init)
    signals.worker_ready.connect(KilnWatch().on_ready)

    @signals.worker_shutdown.connect(retry=True)
    def cool_kiln(**kwargs):
        heat(degrees=0)
