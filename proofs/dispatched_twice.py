"""A chain that is sent twice has one id and one result from Celery 5.7 on; a clone, a group, a signature has two."""

from typing import Any

from celery import VERSION, chain, group

from proofs import lab

app = lab.memory_app()


@app.task
def add(left: int, right: int) -> int:
    return left + right


def results(send: Any) -> tuple[int, list[Any]]:
    """How many ids three dispatches have, and the value of each."""
    sent = [send(number) for number in range(3)]
    values = [lab.outcome(result)[1] for result in sent]
    return len({result.id for result in sent}), values


def prove() -> None:
    steps = chain(add.s(1), add.s(10))
    piped = add.s(1) | add.s(10)
    with lab.worker_thread(app):
        for name, canvas in {"chain()": steps, "pipe": piped}.items():
            ids, values = results(canvas.delay)
            shared = VERSION[:2] >= (5, 7)
            lab.claim(f"hazard: {name}, number of ids", ids, 1 if shared else 3)
            lab.claim(f"hazard: {name}, all values are one", len(set(values)) == 1, shared)
        late = results(lambda number: steps.clone().delay(number))[0]
        lab.claim("hazard: clones of a chain that was sent, number of ids", late, 1 if VERSION[:2] >= (5, 7) else 3)
        unsent = chain(add.s(1), add.s(10))
        lab.claim("mended: clones", results(lambda number: unsent.clone().delay(number)), (3, [11, 12, 13]))
        lab.claim("fine: a signature", results(add.s(1).delay), (3, [1, 2, 3]))
        pair = group(add.s(1, 1), add.s(2, 2))
        lab.claim("fine: a group", len({pair.delay().id for _ in range(3)}), 3)


if __name__ == "__main__":
    lab.main(prove)
