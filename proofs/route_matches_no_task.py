"""A pattern in annotations has no effect, nor has a route for a name that no task has: the default queue takes it."""

from typing import Any

from proofs import lab


def limit(annotations: dict[str, Any]) -> Any:
    """The rate limit of a task under these annotations."""
    app = lab.memory_app()
    app.conf.task_annotations = annotations

    @app.task(name="api.tasks.fetch", shared=False)
    def fetch() -> None:
        """Never runs."""

    app.finalize()
    return app.tasks["api.tasks.fetch"].rate_limit


def queue(routes: dict[str, Any], name: str) -> str:
    """The queue that a task is sent to."""
    app = lab.memory_app()
    app.conf.task_routes = routes
    return str(app.amqp.Router().route({}, name)["queue"].name)


def prove() -> None:
    lab.claim("hazard: a pattern in annotations", limit({"api.tasks.*": {"rate_limit": "10/s"}}), None)
    lab.claim("mended: the name", limit({"api.tasks.fetch": {"rate_limit": "10/s"}}), "10/s")
    lab.claim("mended: `*`", limit({"*": {"rate_limit": "10/s"}}), "10/s")
    lab.claim("hazard: a name that is not the task's", queue({"api.load": {"queue": "vans"}}, "depot.load"), "celery")
    lab.claim("hazard: a module", queue({"depot": {"queue": "vans"}}, "depot.load"), "celery")
    lab.claim("mended: the name of the task", queue({"depot.load": {"queue": "vans"}}, "depot.load"), "vans")
    lab.claim("mended: a pattern in routes", queue({"depot.*": {"queue": "vans"}}, "depot.load"), "vans")


if __name__ == "__main__":
    lab.main(prove)
