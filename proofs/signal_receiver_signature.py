"""`connect` refuses a receiver without `**kwargs`; nobody awaits one that is a coroutine function."""

from typing import Any

from celery import signals

from proofs import lab

app = lab.memory_app()
heard: list[str] = []


def without_keywords(sender: Any = None, task_id: Any = None, task: Any = None, args: Any = None) -> None:
    heard.append("without keywords")


async def in_a_coroutine(**_: Any) -> None:
    heard.append("in a coroutine")


def mended(sender: Any = None, **kwargs: Any) -> None:
    heard.append("mended")


@app.task
def ring() -> str:
    return "rung"


def prove() -> None:
    lab.claim("hazard: connect raises", lab.raised_by(signals.task_prerun.connect, without_keywords), "ValueError")
    decorator = signals.task_prerun.connect(sender=None)
    lab.claim("hazard: the decorator raises", lab.raised_by(decorator, lambda sender: None), "ValueError")
    late = app.on_after_configure
    lab.claim("hazard: a signal of the app raises", lab.raised_by(late.connect, without_keywords), "ValueError")
    signals.task_prerun.connect(in_a_coroutine)
    signals.task_prerun.connect(mended)
    with lab.worker_thread(app):
        lab.claim("the task ends in", lab.outcome(ring.delay()), ("SUCCESS", "rung"))
    lab.claim("hazard and mended: who heard it", heard, ["mended"])


if __name__ == "__main__":
    lab.main(prove)
