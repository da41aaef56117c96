"""Celery calls the hooks of a task with a fixed number of arguments, and `__call__` in place of `run`."""

from typing import Any

from celery import Task

from proofs import lab

app = lab.memory_app()
ran: list[str] = []
heard: list[str] = []


class ShortStart(Task):  # type: ignore[misc]
    def before_start(self, task_id: str) -> None:
        heard.append("before_start")


class ShortSuccess(Task):  # type: ignore[misc]
    def on_success(self, retval: Any) -> None:
        heard.append("on_success")


def on_failure(exc: Any, task_id: str, args: Any, kwargs: Any, einfo: Any) -> None:
    heard.append("on_failure")


def on_failure_mended(self: Any, exc: Any, task_id: str, args: Any, kwargs: Any, einfo: Any) -> None:
    heard.append(f"on_failure of {self.name}")


class RunsNothing(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> None:
        heard.append("called")


class DropsResult(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> None:
        super().__call__(*args, **kwargs)


class Mended(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return super().__call__(*args, **kwargs)

    def before_start(self, *args: Any) -> None:
        heard.append("before_start")


def a_task(**options: Any) -> Any:
    @app.task(name=f"task_{len(app.tasks)}", **options)
    def count(value: int) -> int:
        ran.append("run")
        return 10 // value

    return count


def prove() -> None:
    start, success, nothing = a_task(base=ShortStart), a_task(base=ShortSuccess), a_task(base=RunsNothing)
    dropped, mended = a_task(base=DropsResult), a_task(base=Mended)
    failing, failing_mended = a_task(on_failure=on_failure), a_task(on_failure=on_failure_mended)
    lab.claim("hazard: a short on_success raises", lab.raised_by(lambda: success.apply((5,)).get()), "TypeError")
    with lab.worker_thread(app):
        ran.clear()
        lab.claim("hazard: with a short before_start it ends in", lab.outcome(start.delay(5)), ("FAILURE", "TypeError"))
        lab.claim("hazard: a __call__ without run ends in", lab.outcome(nothing.delay(5)), ("SUCCESS", None))
        lab.claim("hazard: runs of the two", (ran, heard), ([], ["called"]))
        lab.claim("hazard: a __call__ without return ends in", lab.outcome(dropped.delay(5)), ("SUCCESS", None))
        heard.clear()
        lab.outcome(failing.delay(0))
        lab.claim("hazard: a function without self as on_failure has heard", heard, [])

        lab.outcome(failing_mended.delay(0))
        lab.wait_until(lambda: bool(heard))
        lab.claim("mended: on_failure with a self has heard", heard, [f"on_failure of {failing_mended.name}"])
        lab.claim("mended: the task ends in", lab.outcome(mended.delay(5)), ("SUCCESS", 2))


if __name__ == "__main__":
    lab.main(prove)
