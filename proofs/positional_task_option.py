"""A task decorator takes nothing by place but the function."""

from typing import Any

from celery import shared_task

from proofs import lab

app = lab.memory_app()


@app.task(name="mail.flush")
def flush() -> str:
    return "flushed"


def plain() -> None: ...


def prove() -> None:
    task: Any = app.task
    shared: Any = shared_task
    lab.claim("hazard: app.task with a name by place raises", lab.raised_by(task, "mail.flush"), "TypeError")
    lab.claim("hazard: shared_task with a name by place raises", lab.raised_by(shared, "mail.flush"), "TypeError")
    lab.claim("hazard: a name after the function raises", lab.raised_by(task, plain, "mail.flush"), "TypeError")
    lab.claim("hazard: so it does with shared_task", lab.raised_by(shared, plain, "mail.flush"), "TypeError")

    lab.claim("mended: the task is named", flush.name, "mail.flush")
    lab.claim("mended: the function by place is taken", task(plain, name="mail.plain").name, "mail.plain")


if __name__ == "__main__":
    lab.main(prove)
