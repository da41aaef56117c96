"""A chain, group or chord that is built and not called sends nothing."""

from typing import Any

from celery import chain, chord, group, signals

from proofs import lab

app = lab.memory_app()
sent: list[str] = []


@signals.before_task_publish.connect
def note_message(sender: str, **_: Any) -> None:
    sent.append(sender)


@app.task
def double(number: int) -> int:
    return 2 * number


@app.task
def total(numbers: list[int]) -> int:
    return sum(numbers)


def prove() -> None:
    chain(double.s(1), double.s())
    double.s(1) | double.s()  # type: ignore[unused-ignore]
    group(double.s(1), double.s(2))
    chord([double.s(1)], total.s())
    chord([double.s(1)]).set(queue="other")
    lab.claim("hazard: messages sent", len(sent), 0)
    with lab.worker_thread(app):
        lab.claim("mended: chain(...)()", lab.outcome(chain(double.s(1), double.s())()), ("SUCCESS", 4))
        lab.claim("mended: pipe.delay()", lab.outcome((double.s(2) | double.s()).delay()), ("SUCCESS", 8))
        started = group(double.s(1), double.s(2)).apply_async()
        lab.claim("mended: group(...).apply_async()", [lab.outcome(each)[1] for each in started], [2, 4])
        lab.claim("mended: chord(header)(body)", lab.outcome(chord([double.s(1)])(total.s())), ("SUCCESS", 2))
        lab.claim("mended: messages sent", len(sent) > 0, True)


if __name__ == "__main__":
    lab.main(prove)
