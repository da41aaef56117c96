"""RabbitMQ keeps what a worker holds."""

from celery import Celery

from storks.nests import look_after

app = Celery("storks", broker="amqp://guest@localhost//", backend="redis://localhost/1")


@app.task
def visit(nest: int) -> None:
    look_after(nest)


def spring(nest: int) -> None:
    visit.apply_async((nest,), countdown=7 * 24 * 3600)
