"""Calling a task in a canvas runs it at once; what it returns, or the task itself, is no signature."""

from celery import chain, chord, group

from proofs import lab

app = lab.memory_app()
ran: list[int] = []


@app.task
def double(number: int) -> int:
    ran.append(number)
    return 2 * number


@app.task
def total(numbers: list[int]) -> int:
    return sum(numbers)


def prove() -> None:
    lab.claim("hazard: a chain raises", lab.raised_by(lambda: chain(double(1), double.s()).delay()), "TypeError")
    lab.claim("hazard: a pipe raises", lab.raised_by(lambda: double.s(1) | double(2)), "TypeError")
    group_raises = lab.raised_by(lambda: group(double(number) for number in (3, 4)).delay())
    lab.claim("hazard: a group raises", group_raises, "AttributeError")
    lab.claim("hazard: what ran here", ran, [1, 2, 3, 4])
    lab.claim("hazard: a task in a chain", lab.raised_by(lambda: chain(double.s(1), double).delay()), "TypeError")
    lab.claim("hazard: a task in a pipe", lab.raised_by(lambda: double.s(1) | double), "TypeError")
    lab.claim("hazard: a task in a group", lab.raised_by(lambda: group(total, total).delay()), "AttributeError")
    body_raises = lab.raised_by(lambda: chord([double.s(1)])(total))
    lab.claim("hazard: a task as a chord's body", body_raises, "AttributeError")
    with lab.worker_thread(app):
        header = chord([double(5)])(total.s())
        lab.claim(
            "hazard: a chord's header raises", lab.raised_by(header.get, timeout=10, interval=0.02), "NotRegistered"
        )
        lab.claim("mended: chain", lab.outcome(chain(double.s(1), double.s())()), ("SUCCESS", 4))
        lab.claim("mended: chord", lab.outcome(chord([double.s(1), double.s(2)])(total.s())), ("SUCCESS", 6))


if __name__ == "__main__":
    lab.main(prove)
