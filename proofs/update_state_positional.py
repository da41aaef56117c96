"""`update_state("PROGRESS", {...})` fails the task; with `meta=` the state goes to the id "PROGRESS"."""

from typing import Any

from proofs import lab

app = lab.memory_app()
seen: list[str] = []


@app.task(bind=True)
def export_positional(self: Any) -> None:
    self.update_state("PROGRESS", {"row": 1})


@app.task(bind=True)
def export_half_positional(self: Any) -> None:
    self.update_state("PROGRESS", meta={"row": 1})
    seen.append(app.AsyncResult(self.request.id).state)


@app.task(bind=True)
def export_mended(self: Any) -> None:
    self.update_state(state="PROGRESS", meta={"row": 1})
    seen.append(app.AsyncResult(self.request.id).state)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(export_positional.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: meta by keyword ends in", lab.outcome(export_half_positional.delay()), ("SUCCESS", None))
        lab.claim("hazard: the state while it runs", seen.pop(), "PENDING")
        lab.claim("hazard: what is under the id PROGRESS", app.backend.get_task_meta("PROGRESS")["result"], {"row": 1})
        lab.claim("mended: the task ends in", lab.outcome(export_mended.delay()), ("SUCCESS", None))
        lab.claim("mended: the state while it runs", seen.pop(), "PROGRESS")


if __name__ == "__main__":
    lab.main(prove)
