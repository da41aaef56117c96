"""`db.session` raises RuntimeError in a task without an application context; in one that is pushed it works."""

import warnings
from importlib.util import find_spec
from typing import Any

from celery import Task

from proofs import lab

app = lab.memory_app()
flask: dict[str, Any] = {}


class ContextTask(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with flask["app"].app_context():
            return self.run(*args, **kwargs)


def count() -> int:
    return int(flask["db"].session.execute(flask["db"].text("SELECT 7")).scalar_one())


@app.task
def without_context() -> int:
    return count()


@app.task
def with_context() -> int:
    with flask["app"].app_context():
        return count()


@app.task
def removed_outside() -> int:
    try:
        with flask["app"].app_context():
            return count()
    finally:
        flask["db"].session.remove()


@app.task(base=ContextTask)
def with_class() -> int:
    return count()


def prove() -> None:
    if find_spec("flask_sqlalchemy") is None:
        lab.skip("Flask-SQLAlchemy is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from flask import Flask
        from flask_sqlalchemy import SQLAlchemy
    flask["app"], flask["db"] = Flask("proof"), SQLAlchemy()
    flask["app"].config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    flask["db"].init_app(flask["app"])
    with lab.worker_thread(app):
        lab.claim("hazard: no context", lab.outcome(without_context.delay()), ("FAILURE", "RuntimeError"))
        lab.claim("hazard: removed outside of it", lab.outcome(removed_outside.delay()), ("FAILURE", "RuntimeError"))
        lab.claim("mended: pushed in the task", lab.outcome(with_context.delay()), ("SUCCESS", 7))
        lab.claim("mended: pushed by its class", lab.outcome(with_class.delay()), ("SUCCESS", 7))


if __name__ == "__main__":
    lab.main(prove)
