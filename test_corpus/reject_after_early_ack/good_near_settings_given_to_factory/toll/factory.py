from celery import Celery


def make_celery(name: str, settings: dict[str, object]) -> Celery:
    celery = Celery(name, broker="amqp://localhost", include=["toll.gate"])
    celery.conf.update(settings)
    return celery
