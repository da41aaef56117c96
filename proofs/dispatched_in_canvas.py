"""`task.delay(...)` in a canvas sends the task first and fails then: its result is no signature."""

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
    lab.claim("hazard: a chain raises", lab.raised_by(lambda: chain(double.delay(1), double.s()).delay()), "TypeError")
    lab.claim("hazard: a pipe raises", lab.raised_by(lambda: double.s(1) | double.delay(2)), "TypeError")
    header = lab.raised_by(lambda: chord([double.delay(3)])(total.s()))
    lab.claim("hazard: a chord's header raises", header, "AttributeError")
    body = lab.raised_by(lambda: chord([double.s(1)])(total.delay([4])))
    lab.claim("hazard: a chord's body raises", body, "AttributeError")
    with lab.worker_thread(app):
        lab.wait_until(lambda: len(ran) == 3)
        lab.claim("hazard: what was sent before", sorted(ran), [1, 2, 3])
        mended = group(double.s(number) for number in (5, 6))()
        lab.claim("mended: a group", [lab.outcome(each) for each in mended], [("SUCCESS", 10), ("SUCCESS", 12)])
        lab.claim("mended: a chord", lab.outcome(chord([double.s(7)])(total.s())), ("SUCCESS", 14))


if __name__ == "__main__":
    lab.main(prove)
