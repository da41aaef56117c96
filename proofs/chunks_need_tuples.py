"""`chunks` and `starmap` unpack each item, `map` does not; a chunk of size 0 raises."""

from proofs import lab

app = lab.memory_app()
FAILURE = ("FAILURE", "TypeError")


@app.task
def join(first: object, second: object = "", third: object = "") -> str:
    return f"{first}{second}{third}"


@app.task
def add(first: int, second: int) -> int:
    return first + second


def prove() -> None:
    with lab.worker_thread(app):
        numbers = join.chunks(range(4), 2).apply_async()
        lab.claim("hazard: chunks of numbers", [lab.outcome(each) for each in numbers], [FAILURE, FAILURE])
        [text] = join.chunks(["abc", "def"], 2).apply_async()
        lab.claim("hazard: text is split into letters", lab.outcome(text), ("SUCCESS", ["abc", "def"]))
        [longer] = join.chunks(["abcd"], 1).apply_async()
        lab.claim("hazard: and has to fit", lab.outcome(longer), FAILURE)
        lab.claim("hazard: starmap of numbers", lab.outcome(join.starmap([1, 2]).apply_async()), FAILURE)
        lab.claim("hazard: map of tuples", lab.outcome(add.map([(1, 2)]).apply_async()), FAILURE)
        lab.claim("hazard: size 0", lab.raised_by(lambda: add.chunks([(1, 2)], 0).apply_async()), "ValueError")

        mended = join.chunks(zip(range(4), strict=True), 2).apply_async()
        wanted = [("SUCCESS", ["0", "1"]), ("SUCCESS", ["2", "3"])]
        lab.claim("mended: chunks", [lab.outcome(each) for each in mended], wanted)
        lab.claim("mended: starmap", lab.outcome(add.starmap([(1, 2)]).apply_async()), ("SUCCESS", [3]))
        lab.claim("mended: map", lab.outcome(join.map([1, 2]).apply_async()), ("SUCCESS", ["1", "2"]))


if __name__ == "__main__":
    lab.main(prove)
