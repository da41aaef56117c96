"""`apply` writes nothing as JSON, eager mode only the arguments; a worker needs both."""

from typing import Any

from proofs import lab

app = lab.memory_app()
eager = lab.memory_app()
eager.conf.task_always_eager = True


@app.task(shared=False)
def give_set(names: Any) -> set[str]:
    return set(names)


@eager.task(name="proof.eager", shared=False)
def give_set_eagerly(names: Any) -> set[str]:
    return set(names)


def prove() -> None:
    lab.claim("hidden by apply: arguments and result", give_set.apply(({"a"},)).get(), {"a"})
    lab.claim("mended: seen by eager mode: arguments", lab.raised_by(give_set_eagerly.delay, {"a"}), "EncodeError")
    lab.claim("hidden by eager mode: the result", give_set_eagerly.delay(["a"]).get(), {"a"})
    lab.claim("mended: seen by delay: arguments", lab.raised_by(give_set.delay, {"a"}), "EncodeError")
    with lab.worker_thread(app):
        lab.claim(
            "mended: seen by a worker: the result", lab.outcome(give_set.delay(["a"])), ("FAILURE", "EncodeError")
        )


if __name__ == "__main__":
    lab.main(prove)
