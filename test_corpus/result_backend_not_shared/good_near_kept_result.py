"""Results are waited for by the process that sent the task, which is what `rpc://` is for."""

from celery import Celery
from celery.result import AsyncResult

app = Celery("checks", broker="amqp://localhost", backend="rpc://")


@app.task
def check(host: str) -> bool:
    return bool(host)


def check_now(host: str) -> bool:
    sent = check.delay(host)
    return AsyncResult(sent.id, app=app).get(timeout=10)


def check_all(hosts: list[str]) -> list[bool]:
    return [check.delay(host).get(timeout=10) for host in hosts]
