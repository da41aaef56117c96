"""A list of pairs that stands in no list is a ValueError for every task; an unknown key has no effect."""

from typing import Any

from proofs import lab

PAIRS = [("shop.tasks.*", {"queue": "shop"}), ("mail.*", {"queue": "mail"})]


def queue(routes: Any) -> str:
    """The queue that a task is sent to, or the error."""
    app = lab.memory_app()
    app.conf.task_routes = routes
    with app.connection_for_write() as connection:
        channel = connection.default_channel
        before = {name: channel._size(name) for name in ("celery", "shop")}
        try:
            app.send_task("shop.tasks.pay", connection=connection)
        except Exception as error:
            return type(error).__name__
        return next(name for name, size in before.items() if channel._size(name) > size)


def prove() -> None:
    lab.claim("hazard: a list of pairs", queue(PAIRS), "ValueError")
    lab.claim("hazard: `que`", queue({"shop.tasks.pay": {"que": "shop"}}), "celery")
    lab.claim("mended: in a list", queue((PAIRS,)), "shop")
    lab.claim("mended: a dict", queue(dict(PAIRS)), "shop")
    lab.claim("mended: `queue`", queue({"shop.tasks.pay": {"queue": "shop"}}), "shop")


if __name__ == "__main__":
    lab.main(prove)
