"""In a task without `bind=True`, `self.update_state` finds no task: the first report of progress fails the task."""

from typing import Any

from celery import current_task

from proofs import lab

app = lab.memory_app()


@app.task
def export_unbound(rows: int) -> int:
    self.update_state(state="PROGRESS", meta={"rows": rows})  # type: ignore[name-defined]  # noqa: F821
    return rows


@app.task
def export_first_argument(self: Any, rows: int) -> int:
    self.update_state(state="PROGRESS", meta={"rows": rows})
    return rows


@app.task(bind=True)
def export_mended(self: Any, rows: int) -> int:
    self.update_state(state="PROGRESS", meta={"rows": rows})
    return rows


@app.task
def export_by_name(rows: int) -> int:
    export_by_name.update_state(state="PROGRESS", meta={"rows": rows})
    current_task.update_state(state="PROGRESS", meta={"rows": rows})
    return rows


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(export_unbound.delay(1)), ("FAILURE", "NameError"))
        argument = export_first_argument.delay("sheet", 2)
        lab.claim("hazard: with self as an argument", lab.outcome(argument), ("FAILURE", "AttributeError"))
        lab.claim("mended: the task ends in", lab.outcome(export_mended.delay(3)), ("SUCCESS", 3))
        lab.claim("fine: by its name, as current task", lab.outcome(export_by_name.delay(4)), ("SUCCESS", 4))


if __name__ == "__main__":
    lab.main(prove)
