from celery import Celery, signals

from cinema.projectors import cool_down, warm_up

app = Celery("cinema")


def warm_projector(*args, **kwargs):
    warm_up()


class Projector:
    def stop(self, **kwargs):
        cool_down()


projector = Projector()
signals.worker_process_init.connect(warm_projector, weak=False)
signals.worker_init.connect(warm_projector)
signals.worker_process_shutdown.connect(projector.stop)
signals.worker_shutdown.connect(sender=None)(lambda sender: cool_down())


@app.on_after_finalize.connect
def plan_shows(sender, **kwargs):
    sender.add_periodic_task(3600, sender.signature("cinema.show"))
