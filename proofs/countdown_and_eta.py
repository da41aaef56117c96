"""A countdown goes before an `eta`, which is ignored; a countdown of zero lets it count."""

from datetime import datetime, timedelta, timezone
from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task(bind=True)
def due_in(self: Any, sent: str) -> int | None:
    """How many hours after it was sent the task was due, as its message says."""
    if self.request.eta is None:
        return None
    return round((datetime.fromisoformat(self.request.eta) - datetime.fromisoformat(sent)).total_seconds() / 3600)


def prove() -> None:
    now = datetime.now(timezone.utc)
    sent, hour_ago = now.isoformat(), now - timedelta(hours=1)
    with lab.worker_thread(app):
        both = due_in.apply_async((sent,), countdown=0.1, eta=hour_ago)
        lab.claim("hazard: the eta of an hour ago is forgotten", lab.outcome(both), ("SUCCESS", 0))
        zero = due_in.apply_async((sent,), countdown=0, eta=hour_ago)
        lab.claim("silent: a countdown of zero", lab.outcome(zero), ("SUCCESS", -1))
        lab.claim("mended", lab.outcome(due_in.apply_async((sent,), eta=hour_ago)), ("SUCCESS", -1))


if __name__ == "__main__":
    lab.main(prove)
