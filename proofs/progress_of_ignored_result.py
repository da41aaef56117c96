"""A task with `ignore_result=True` stores its progress, but not its end: it stays in PROGRESS."""

from typing import Any

import celery

from proofs import lab

app = lab.memory_app()


@app.task(bind=True, ignore_result=True)
def export(self: Any, rows: int) -> int:
    self.update_state(state="PROGRESS", meta={"rows": rows})
    return 100 // rows


@app.task(bind=True)
def export_kept(self: Any, rows: int) -> int:
    self.update_state(state="PROGRESS", meta={"rows": rows})
    return 100 // rows


def state_after(task: Any, rows: int, log: str) -> str:
    """The state of a task once the worker has logged that it has ended."""
    result = task.delay(rows)
    lab.wait_until(lambda: lab.is_logged(f"{task.name}[{result.id}] {log}"))
    return str(result.state)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: after it succeeded", state_after(export, 5, "succeeded"), "PROGRESS")
        lab.claim("hazard: after it failed", state_after(export, 0, "raised"), "PROGRESS")
        lab.claim("mended: after it succeeded", state_after(export_kept, 5, "succeeded"), "SUCCESS")
        lab.claim("mended: after it failed", state_after(export_kept, 0, "raised"), "FAILURE")

        asked_for = export.apply_async((5,), ignore_result=False)
        lab.wait_until(lambda: lab.is_logged(f"{export.name}[{asked_for.id}] succeeded"))
        is_heeded = celery.VERSION >= (5, 7)
        lab.claim("ignore_result=False of the call is heeded", asked_for.state == "SUCCESS", is_heeded)


if __name__ == "__main__":
    lab.main(prove)
