from celery import Celery
from celery.signals import worker_process_init

from apiary.sensors import open_sensors


def create_app(name: str) -> Celery:
    app = Celery(name)

    @worker_process_init.connect(weak=False)
    def open_hive_sensors(**kwargs):
        open_sensors(name)

    @app.on_after_configure.connect(weak=False)
    def plan_feeding(sender, **kwargs):
        sender.add_periodic_task(3600, sender.tasks["apiary.feed"].s())

    return app
