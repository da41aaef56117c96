from celery import Celery
from celery.signals import worker_process_init

from apiary.sensors import open_sensors


def create_app(name: str) -> Celery:
    app = Celery(name)

    @worker_process_init.connect
    def open_hive_sensors(**kwargs):  # expect CEL812: def open_hive_sensors
        open_sensors(name)

    @app.on_after_configure.connect
    def plan_feeding(sender, **kwargs):  # expect CEL812: def plan_feeding
        sender.add_periodic_task(3600, sender.tasks["apiary.feed"].s())

    return app
