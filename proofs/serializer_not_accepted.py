"""What is not accepted is thrown away and its result stays PENDING; a name that no serializer has fails at the call."""

from typing import Any

from kombu.serialization import prepare_accept_content

from proofs import lab


def app_with(**settings: Any) -> Any:
    app = lab.memory_app()
    app.conf.update(settings)

    @app.task(name="double")
    def double(number: int) -> int:
        return 2 * number

    return app


def states(app: Any, serializer: str) -> tuple[str, str]:
    """The states of a task sent with a serializer, and of one sent as JSON after it."""
    sent = app.tasks["double"].apply_async((1,), serializer=serializer)
    after = app.tasks["double"].apply_async((2,), serializer="json")
    with lab.worker_thread(app):
        last = lab.outcome(after)[0]
    return sent.state, last


def prove() -> None:
    listed = app_with(accept_content=["json"])
    lab.claim("hazard: pickle where JSON is accepted", states(listed, "pickle"), ("PENDING", "SUCCESS"))
    both = app_with(accept_content=["json", "pickle"])
    lab.claim("mended: pickle where both are accepted", states(both, "pickle"), ("SUCCESS", "SUCCESS"))

    misspelt = app_with(task_serializer="JSON").tasks["double"]
    lab.claim("hazard: `JSON`", lab.raised_by(misspelt.delay, 1), "SerializerNotInstalled")
    text = app_with(accept_content="json").conf.accept_content
    lab.claim("hazard: text as the list", lab.raised_by(prepare_accept_content, text), "SerializerNotInstalled")


if __name__ == "__main__":
    lab.main(prove)
