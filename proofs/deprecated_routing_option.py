"""Since Celery 5.7 each routing option of a task warns when the task is bound; it still acts."""

import warnings
from typing import Any

import celery
from celery import Task

from proofs import lab

OPTIONS: dict[str, Any] = {
    "queue": "mail",
    "routing_key": "mail",
    "exchange": "mail",
    "exchange_type": "topic",
    "delivery_mode": 1,
    "priority": 3,
}


class Mailing(Task):  # type: ignore[misc]
    queue = "mail"


def send() -> None: ...


def warned(**options: Any) -> list[str]:
    """The options that Celery warns of when a task is made with them."""
    app = lab.memory_app()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        app._task_from_fun(send, name="mail.send", **options)
    texts = [str(each.message) for each in caught]
    return [name for name in OPTIONS if any(f"'{name}' task attribute" in text for text in texts)]


def prove() -> None:
    is_new = celery.VERSION[:2] >= (5, 7)
    lab.claim("hazard: Celery warns of", warned(**OPTIONS), list(OPTIONS) if is_new else [])
    lab.claim("it does not warn of what a base class has", warned(base=Mailing), [])
    lab.claim("mended: nor of a task without them", warned(ignore_result=True), [])

    app = lab.memory_app()
    app.conf.task_routes = {"routed": {"queue": "mail"}}
    sent: list[str] = []
    celery.signals.before_task_publish.connect(lambda routing_key, **_: sent.append(routing_key), weak=False)
    app._task_from_fun(send, name="optional", queue="mail").delay()
    app._task_from_fun(send, name="routed").delay()
    lab.claim("both ways lead to the queue", sent, ["mail", "mail"])


if __name__ == "__main__":
    lab.main(prove)
