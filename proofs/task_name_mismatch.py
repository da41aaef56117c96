"""A task runs by whatever name it is given, but a route by a pattern of its module's path leaves it out."""

from proofs import lab

app = lab.memory_app()
app.conf.task_routes = {"billing.tasks.*": {"queue": "billing"}}


@app.task(name="remind-customer")
def remind() -> str:
    return "reminded"


@app.task(name="billing.tasks.remind_again")
def remind_again() -> str:
    return "reminded"


def queue_of(name: str) -> str:
    """The queue that a task is sent to."""
    return str(app.amqp.router.route({}, name)["queue"].name)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("the task runs by its name", lab.outcome(remind.delay()), ("SUCCESS", "reminded"))
    lab.claim("hazard: the pattern leaves it out", queue_of(remind.name), "celery")
    lab.claim("mended: the pattern routes it", queue_of(remind_again.name), "billing")


if __name__ == "__main__":
    lab.main(prove)
