"""Who reads PROGRESS gets what the task stored with it, and a KeyError for what it did not."""

from typing import Any

from proofs import lab

app = lab.memory_app()
read: list[Any] = []


@app.task(bind=True)
def encode_percent(self: Any) -> None:
    self.update_state(state="PROGRESS", meta={"percent": 50})
    read.append(app.AsyncResult(self.request.id).info)


@app.task(bind=True)
def encode_mended(self: Any) -> None:
    self.update_state(state="PROGRESS", meta={"current": 5, "total": 10})
    read.append(app.AsyncResult(self.request.id).info)


def prove() -> None:
    with lab.worker_thread(app):
        lab.outcome(encode_percent.delay())
        lab.claim("hazard: reading the total raises", lab.raised_by(lambda: read[0]["total"]), "KeyError")
        lab.outcome(encode_mended.delay())
        lab.claim("mended: the total is", read[1]["total"], 10)


if __name__ == "__main__":
    lab.main(prove)
