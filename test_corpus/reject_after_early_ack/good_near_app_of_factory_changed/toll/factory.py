from celery import Celery


def make_celery(name: str) -> Celery:
    celery = Celery(name, broker="amqp://localhost", include=["toll.gate"])
    celery.conf.update(task_soft_time_limit=60)
    return celery
