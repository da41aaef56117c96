"""Starting a chord raises NotImplementedError without a result backend, and with `rpc://`."""

from typing import Any

from celery import Celery, chord, group

from proofs import lab


def tasks_of(backend: str | None) -> tuple[Celery, Any, Any]:
    """An app with that result backend, and two tasks of it."""
    app: Any = Celery("proof", broker="memory://", backend=backend)
    app.conf.broker_transport_options = {"polling_interval": 0.01}

    @app.task(name="double")
    def double(number: int) -> int:
        return 2 * number

    @app.task(name="total")
    def total(numbers: list[int]) -> int:
        return sum(numbers)

    return app, double, total


def prove() -> None:
    for backend in (None, "disabled://", "rpc://"):
        _, double, total = tasks_of(backend)
        header = [double.s(1), double.s(2)]
        lab.claim(
            f"hazard: a chord with {backend} raises", lab.raised_by(chord(header), total.s()), "NotImplementedError"
        )
        joined = group(header) | total.s()
        lab.claim(f"hazard: a group and a task with {backend}", lab.raised_by(joined.delay), "NotImplementedError")
        lab.claim(f"fine: a group with {backend}", lab.raised_by(group(header).apply_async), None)

    app, double, total = tasks_of("cache+memory://")
    app.conf.result_chord_retry_interval = 0.05
    with lab.worker_thread(app):
        lab.claim("mended: a chord", lab.outcome(chord([double.s(1), double.s(2)])(total.s())), ("SUCCESS", 6))


if __name__ == "__main__":
    lab.main(prove)
