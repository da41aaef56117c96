"""The record of a failed run stays as the scheduler made it, though Celery stores FAILURE; told in `except`, it says
so."""

from proofs import lab

app = lab.memory_app()
records: dict[str, str] = {}


@app.task
def import_untold(execution_id: str, row: str) -> None:
    int(row)
    records[execution_id] = "success"


@app.task
def import_told(execution_id: str, row: str) -> None:
    try:
        int(row)
        records[execution_id] = "success"
    except Exception:
        records[execution_id] = "failed"
        raise


def prove() -> None:
    with lab.worker_thread(app):
        for task, name, told in ((import_untold, "hazard", "running"), (import_told, "mended", "failed")):
            records.update(bad="running", good="running")
            lab.claim(f"{name}: the failing run", lab.outcome(task.delay("bad", "x")), ("FAILURE", "ValueError"))
            lab.claim(f"{name}: its record", records["bad"], told)
            lab.claim(f"{name}: the other run", lab.outcome(task.delay("good", "1")), ("SUCCESS", None))
            lab.claim(f"{name}: its record", records["good"], "success")


if __name__ == "__main__":
    lab.main(prove)
