from celery import Celery, signals

from cinema.projectors import cool_down, warm_up

app = Celery("cinema")


def warm_projector(*args):  # expect CEL813: def warm_projector
    warm_up()


class Projector:
    def stop(self):  # expect CEL813: def stop
        cool_down()


projector = Projector()
signals.worker_process_init.connect(warm_projector, weak=False)
signals.worker_init.connect(warm_projector)
signals.worker_process_shutdown.connect(projector.stop)
signals.worker_shutdown.connect(sender=None)(lambda sender: cool_down())  # expect CEL813: lambda sender: cool_down()


@app.on_after_finalize.connect
def plan_shows(sender):  # expect CEL813: def plan_shows
    sender.add_periodic_task(3600, sender.signature("cinema.show"))
