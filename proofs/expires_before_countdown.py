"""A message that expires before it is due, or just then, is revoked and never runs."""

from datetime import datetime, timedelta, timezone

from proofs import lab

REVOKED = ("REVOKED", "TaskRevokedError")
app = lab.memory_app()


@app.task
def run() -> str:
    return "ran"


@app.task(expires=0.3)
def run_soon() -> str:
    return "ran"


def prove() -> None:
    with lab.worker_thread(app):
        later = datetime.now(timezone.utc) + timedelta(seconds=0.4)
        hazards = {
            "expires before the countdown": run.apply_async(countdown=0.4, expires=0.3),
            "expires with it": run.apply_async(countdown=0.4, expires=0.4),
            "expires before the eta": run.apply_async(eta=later, expires=0.3),
            "the task's own expires": run_soon.apply_async(countdown=0.4),
            "in a signature": run.s().set(countdown=0.4, expires=0.3).delay(),
            "the first of a chain": (run.si() | run.si()).apply_async(countdown=0.4, expires=0.3).parent,
        }
        mended = run.apply_async(countdown=0.4, expires=60)
        for name, result in hazards.items():
            lab.claim(f"hazard: {name}", lab.outcome(result), REVOKED)
        lab.claim("mended", lab.outcome(mended), ("SUCCESS", "ran"))


if __name__ == "__main__":
    lab.main(prove)
