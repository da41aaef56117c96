"""In eager mode a task that fails raises nothing, unless `task_eager_propagates` is set."""

from typing import Any

from proofs import lab


def failing(propagates: bool) -> Any:
    app = lab.memory_app()
    app.conf.update(task_always_eager=True, task_eager_propagates=propagates)

    @app.task(shared=False)
    def fail() -> None:
        raise ValueError("no such letter")

    return fail


def prove() -> None:
    hiding = failing(propagates=False)
    lab.claim("hazard: delay raises", lab.raised_by(hiding.delay), None)
    lab.claim("the result knows", hiding.delay().state, "FAILURE")
    lab.claim("mended: delay raises", lab.raised_by(failing(propagates=True).delay), "ValueError")


if __name__ == "__main__":
    lab.main(prove)
