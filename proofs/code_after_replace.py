"""What comes after `self.replace(...)` never runs in a worker, and does run in eager mode."""

from typing import Any

from proofs import lab

app = lab.memory_app()
trail: list[str] = []


@app.task
def other() -> str:
    return "other"


@app.task(bind=True)
def replaced(self: Any) -> str:
    self.replace(other.si())
    trail.append("after")
    return "replaced"


@app.task(bind=True)
def replaced_mended(self: Any) -> Any:
    trail.append("before")
    return self.replace(other.si())


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the result in a worker", lab.outcome(replaced.delay()), ("SUCCESS", "other"))
        lab.claim("hazard: what ran there", trail, [])
        lab.claim("mended: the result in a worker", lab.outcome(replaced_mended.delay()), ("SUCCESS", "other"))
        lab.claim("mended: what ran there", trail, ["before"])
    trail.clear()
    lab.claim("hazard: the result in eager mode", replaced.apply().result, "replaced")
    lab.claim("hazard: what ran there", trail, ["after"])
    trail.clear()
    lab.claim("mended: the result in eager mode", replaced_mended.apply().result, "other")
    lab.claim("mended: what ran there", trail, ["before"])


if __name__ == "__main__":
    lab.main(prove)
