"""Without the results of its header a chord never gets to its body; only the Redis backend gets them otherwise."""

import shutil
from importlib.util import find_spec
from typing import Any

from celery import chord, group

from proofs import lab

bodies: list[list[int]] = []


def tasks_of(backend: str, **settings: Any) -> tuple[Any, Any, Any, Any]:
    """An app with those settings, and three tasks of it: one for headers, one that keeps its result, and a body."""
    app = lab.memory_app()
    app.conf.result_backend = backend
    app.conf.update(result_chord_retry_interval=0.05, result_chord_join_timeout=0.2, **settings)
    ignore = None if settings else True

    @app.task(name="ignored", ignore_result=ignore)
    def ignored(number: int) -> int:
        return 2 * number

    @app.task(name="kept", ignore_result=False)
    def kept(number: int) -> int:
        return 2 * number

    @app.task(name="total", ignore_result=False)
    def total(numbers: list[int]) -> int:
        bodies.append(numbers)
        return sum(numbers)

    return app, ignored, kept, total


def prove() -> None:
    for settings in ({}, {"task_ignore_result": True}):
        app, ignored, kept, total = tasks_of("cache+memory://", **settings)
        said = settings or "the option"
        with lab.worker_thread(app):
            chord([ignored.s(1), ignored.s(2)])(total.s())
            (group(ignored.s(3), kept.s(4)) | total.s())()
            mended = chord([kept.s(5), kept.s(6)])(total.s())
            lab.claim(f"mended: the body, with {said}", lab.outcome(mended), ("SUCCESS", 22))
        lab.claim(f"hazard: the bodies called, with {said}", bodies, [[10, 12]])
        bodies.clear()
    if find_spec("redis") and shutil.which("redis-server"):
        with lab.redis_server() as address:
            for settings in ({}, {"task_ignore_result": True}):
                app, ignored, _, total = tasks_of(address, **settings)
                with lab.worker_thread(app):
                    result = chord([ignored.s(1), ignored.s(2)])(total.s())
                    lab.claim(f"fine: on Redis, with {settings or 'the option'}", lab.outcome(result), ("SUCCESS", 6))


if __name__ == "__main__":
    lab.main(prove)
