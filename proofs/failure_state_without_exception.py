"""A FAILURE with a plain dictionary cannot be read, and the task's own end cannot be stored over it."""

from typing import Any

from celery.exceptions import Ignore

from proofs import lab

app = lab.memory_app()
ended: list[str] = []


@app.task(bind=True)
def renew(self: Any, state: str, meta: Any) -> None:
    try:
        self.update_state(state=state, meta=meta)
        raise Ignore
    finally:
        ended.append(self.request.id)


@app.task(bind=True)
def renew_and_raise(self: Any) -> None:
    try:
        self.update_state(state="FAILURE", meta={"reason": "locked"})
        raise PermissionError("locked")
    finally:
        ended.append(self.request.id)


def read(result: Any) -> str:
    """The state, or the type of the exception that reading it raises."""
    lab.wait_until(lambda: result.id in ended)
    return lab.raised_by(lambda: result.state) or result.state


def prove() -> None:
    with lab.worker_thread(app):
        for state in ("FAILURE", "RETRY", "REVOKED"):
            lab.claim(f"hazard: reading {state}", read(renew.delay(state, {"reason": "locked"})), "ValueError")
        lab.claim("hazard: with a text", read(renew.delay("FAILURE", "locked")), "ValueError")
        raised = renew_and_raise.delay()

        described = {"exc_type": "PermissionError", "exc_message": "locked"}
        lab.claim("mended: with exc_type and exc_message", read(renew.delay("FAILURE", described)), "FAILURE")
        lab.claim("hazard: once a task that raised has ended", read(raised), "ValueError")
        lab.claim("fine: without meta", read(renew.delay("FAILURE", None)), "FAILURE")
        lab.claim("fine: a state of one's own", read(renew.delay("REFUSED", {"reason": "locked"})), "REFUSED")


if __name__ == "__main__":
    lab.main(prove)
