"""What no route is for goes to the default queue, which a worker of named queues does not consume."""

from proofs import lab

app = lab.memory_app()
app.conf.task_routes = {"cards.imports.*": {"queue": "imports"}}


@app.task(name="cards.imports.sets")
def import_sets() -> None:
    pass


@app.task(name="cards.decks.rank")
def rank() -> None:
    pass


def queue_of(name: str) -> str:
    """The queue that a task is sent to."""
    return str(app.amqp.router.route({}, name)["queue"].name)


def prove() -> None:
    lab.claim("routed", queue_of(import_sets.name), "imports")
    lab.claim("hazard: no route", queue_of(rank.name), "celery")
    app.amqp.queues.select(["imports"])  # worker -Q imports
    lab.claim("hazard: consumed", list(app.amqp.queues.consume_from), ["imports"])

    app.conf.task_routes = {**app.conf.task_routes, "cards.decks.*": {"queue": "imports"}}
    app.amqp.flush_routes()
    app.amqp.router = app.amqp.Router()
    lab.claim("mended: a route", queue_of(rank.name), "imports")


if __name__ == "__main__":
    lab.main(prove)
