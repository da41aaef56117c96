"""A signal does not keep its receivers: a lambda, a nested function, a temporary object never hear it."""

from functools import partial
from typing import Any

from celery import signals

from proofs import lab

app = lab.memory_app()
heard: list[str] = []


@app.task
def ring() -> str:
    return "rung"


class Bell:
    def on_run(self, **_: Any) -> None:
        heard.append("method")

    def __call__(self, **_: Any) -> None:
        heard.append("object")


def note(name: str, **_: Any) -> None:
    heard.append(name)


def connect_all(**options: bool) -> None:
    @signals.task_prerun.connect(**options)
    def nested(**_: Any) -> None:
        heard.append("nested")

    signals.task_prerun.connect(lambda **_: heard.append("lambda"), **options)
    signals.task_prerun.connect(partial(note, "partial"), **options)
    signals.task_prerun.connect(Bell().on_run, **options)
    signals.task_prerun.connect(Bell(), **options)


@signals.task_prerun.connect
def of_the_module(**_: Any) -> None:
    heard.append("module")


def prove() -> None:
    with lab.worker_thread(app):
        connect_all()
        lab.claim("the task ends in", lab.outcome(ring.delay()), ("SUCCESS", "rung"))
        lab.claim("hazard: who heard it", heard, ["module"])
        heard.clear()
        connect_all(weak=False)
        lab.claim("the task ends in", lab.outcome(ring.delay()), ("SUCCESS", "rung"))
        lab.claim("mended: who heard it", heard, ["module", "nested", "lambda", "partial", "method", "object"])


if __name__ == "__main__":
    lab.main(prove)
