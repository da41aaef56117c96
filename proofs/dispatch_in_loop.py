"""A task sent for each of 300 items is 300 messages, so is a group of them; chunks of 100 are three."""

from celery import group, signals

from proofs import lab

app = lab.memory_app()
messages: list[str] = []


@app.task
def double(number: int) -> int:
    return 2 * number


def count(**_: object) -> None:
    messages.append("one")


def sent() -> int:
    number = len(messages)
    messages.clear()
    return number


def prove() -> None:
    signals.after_task_publish.connect(count)
    for number in range(300):
        double.delay(number)
    lab.claim("hazard: messages of a loop", sent(), 300)
    group(double.s(number) for number in range(300)).apply_async()
    lab.claim("no better: messages of a group", sent(), 300)
    double.chunks(((number,) for number in range(300)), 100).apply_async()
    lab.claim("mended: messages of chunks", sent(), 3)


if __name__ == "__main__":
    lab.main(prove)
