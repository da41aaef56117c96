"""When the retries are used up, the broker has forgotten the message and the result does not hold the arguments."""

from typing import Any

from proofs import lab

app = lab.memory_app()
kept: list[Any] = []
OPTIONS: dict[str, Any] = {"bind": True, "max_retries": 1, "default_retry_delay": 0}


def messages() -> int:
    """How many messages wait in the queue."""
    with app.connection_for_read() as connection:
        return int(connection.default_channel.queue_declare("celery", passive=True).message_count)


@app.task(**OPTIONS)
def collect(self: Any, donation: dict[str, Any]) -> None:
    raise self.retry(exc=LookupError("no bank"))


@app.task(**OPTIONS)
def collect_mended(self: Any, donation: dict[str, Any]) -> None:
    if self.request.retries >= self.max_retries:
        keep.delay({"task": self.name, "donation": donation})
    raise self.retry(exc=LookupError("no bank"))


@app.task
def keep(letter: dict[str, Any]) -> None:
    kept.append(letter)


def after(task: Any) -> tuple[str, Any, int]:
    """The error of a task, the arguments that its result knows, and the messages left."""
    result = task.delay({"id": 7})
    _, error = lab.outcome(result)
    return error, result.args, messages()


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: error, arguments, messages", after(collect), ("LookupError", None, 0))
        lab.claim("hazard: dead letters", kept, [])
        after(collect_mended)
        lab.wait_until(lambda: bool(kept))
        lab.claim("mended: dead letters", kept, [{"task": collect_mended.name, "donation": {"id": 7}}])


if __name__ == "__main__":
    lab.main(prove)
