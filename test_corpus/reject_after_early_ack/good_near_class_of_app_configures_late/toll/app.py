from celery import Celery


class TollCelery(Celery):
    """Names its tasks without the package."""

    def __init__(self, name: str, **options: object) -> None:
        super().__init__(name, broker="amqp://localhost", include=["toll.gate"], **options)
        self.bridge = None

    def on_configure(self) -> None:
        self.conf.task_soft_time_limit = 60
        self.conf.task_acks_late = True

    def gen_task_name(self, name: str, module: str) -> str:
        return super().gen_task_name(name, module.removeprefix("toll."))
