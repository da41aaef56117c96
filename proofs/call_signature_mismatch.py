"""Arguments that the task's function does not take raise TypeError at the call; a bound task is given its `self`.

Where Celery does not compare (a keyword for a positional-only parameter) the worker raises.
"""

from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task
def renew(reader: int, book: int, *, weeks: int = 4) -> list[int]:
    return [reader, book, weeks]


@app.task(bind=True)
def stamp(self: Any, book: int) -> int:
    return book


@app.task
def count(answers: list[int], /, question: str) -> str:
    return f"{question}: {len(answers)}"


@app.task(typing=False)
def unchecked(book: int) -> int:
    return book


def prove() -> None:
    lab.claim("hazard: missing", lab.raised_by(renew.delay, 1), "TypeError")
    lab.claim("hazard: unknown keyword", lab.raised_by(renew.apply_async, (1, 2), {"days": 3}), "TypeError")
    lab.claim("hazard: twice", lab.raised_by(renew.delay, 1, 2, reader=1), "TypeError")
    lab.claim("hazard: bound, with self", lab.raised_by(stamp.delay, stamp, 1), "TypeError")
    lab.claim("hazard: surplus in a signature", lab.raised_by(stamp.s(1, 2).delay), "TypeError")
    lab.claim("hazard: missing in an immutable one", lab.raised_by(stamp.si().delay), "TypeError")
    lab.claim("silent: typing=False is not compared", lab.raised_by(unchecked.delay), None)
    with lab.worker_thread(app):
        by_name = count.apply_async(kwargs={"answers": [1], "question": "why"})
        lab.claim("hazard: positional-only by name", lab.outcome(by_name), ("FAILURE", "TypeError"))
        lab.claim("mended", lab.outcome(renew.delay(1, 2, weeks=2)), ("SUCCESS", [1, 2, 2]))
        lab.claim("mended: bound", lab.outcome(stamp.delay(1)), ("SUCCESS", 1))
        lab.claim("mended: by place", lab.outcome(count.delay([1], question="why")), ("SUCCESS", "why: 1"))


if __name__ == "__main__":
    lab.main(prove)
