"""A task is registered under one name; a worker throws away a message for any other, and logs that it does."""

from typing import Any

from celery.beat import Scheduler

from proofs import lab

app = lab.memory_app()


@app.task(name="bank.accrue_interest")
def accrue_interest() -> str:
    return "accrued"


def run(task: str) -> Any:
    """What beat has sent for an entry that names this task."""
    app.conf.beat_schedule = {"entry": {"task": task, "schedule": 10}}
    scheduler = Scheduler(app=app, lazy=True)
    scheduler.setup_schedule()
    return scheduler.apply_async(scheduler.schedule["entry"])


def prove() -> None:
    function = f"{accrue_interest.__module__}.accrue_interest"
    with lab.worker_thread(app):
        lost = run(function)
        result = run("bank.accrue_interest")
        lab.claim("mended: the name of the task: ends in", lab.outcome(result), ("SUCCESS", "accrued"))
        lab.wait_until(lambda: lab.is_logged("Received unregistered task"))
        lab.claim("hazard: module and function: registered", function in app.tasks, False)
        lab.claim("hazard: module and function: the task has run", lost.state == "SUCCESS", False)


if __name__ == "__main__":
    lab.main(prove)
