"""A group refuses `link` and `link_error` when it is started; a chord does the same work."""

from celery import chord, group

from proofs import lab

app = lab.memory_app()
seen: list[object] = []


@app.task
def double(number: int) -> int:
    return 2 * number


@app.task
def refuse() -> None:
    raise ValueError


@app.task
def note(value: object) -> None:
    seen.append(value)


def prove() -> None:
    both = group(double.s(1), double.s(2))
    for option in ("link", "link_error"):
        lab.claim(f"hazard: {option} raises", lab.raised_by(both.apply_async, **{option: note.s()}), "TypeError")
        lab.claim(f"hazard: {option} in a call raises", lab.raised_by(both, **{option: note.s()}), "TypeError")
    with lab.worker_thread(app):
        lab.claim("mended: a chord ends in", lab.outcome(chord(both, note.s())()), ("SUCCESS", None))
        lab.claim("mended: what its body saw", seen, [[2, 4]])
        handled = group(double.s(1), refuse.s()).on_error(note.si("failed")).apply_async()
        lab.wait_until(lambda: "failed" in seen)
        lab.claim("mended: on_error of the group", lab.outcome(handled[0]), ("SUCCESS", 2))


if __name__ == "__main__":
    lab.main(prove)
