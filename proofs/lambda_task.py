"""A lambda as a task is a SyntaxError: Celery writes a function of its name, which is `<lambda>`."""

from typing import Any

from celery import shared_task

from proofs import lab

app = lab.memory_app()


@app.task
def double(number: int) -> int:
    return number * 2


def prove() -> None:
    app.set_current()
    halve: Any = app.task(lambda number: number // 2)
    named: Any = app.task(name="halve")(lambda number: number // 2)
    shared: Any = shared_task(lambda number: number // 2)
    lab.claim("hazard: using the task raises", lab.raised_by(lambda: halve.delay(4)), "SyntaxError")
    lab.claim("hazard: so it does with a name", lab.raised_by(lambda: named.delay(4)), "SyntaxError")
    lab.claim("hazard: so it does with shared_task", lab.raised_by(lambda: shared.delay(4)), "SyntaxError")
    other = lab.memory_app()
    other.task(lambda number: number // 2)
    lab.claim("hazard: and so does the start of a worker", lab.raised_by(other.finalize), "SyntaxError")

    lab.claim("mended: a def gives", double.apply((4,)).get(), 8)


if __name__ == "__main__":
    lab.main(prove)
