"""Making a signature sends nothing."""

import time

from proofs import lab

app = lab.memory_app()
ran: list[int] = []


@app.task
def fly(owl: int) -> int:
    ran.append(owl)
    return owl


def prove() -> None:
    with lab.worker_thread(app):
        made = [fly.s(1), fly.si(2).set(countdown=0), fly.signature((3,)), app.signature(fly.name, (4,))]
        made.append(fly.chunks([(5,)], 1))
        time.sleep(0.3)
        lab.claim("hazard: five signatures, nothing ran", (len(made), ran), (5, []))

        lab.claim("mended: delay", lab.outcome(fly.delay(1)), ("SUCCESS", 1))
        lab.claim("mended: apply_async", lab.outcome(fly.si(2).set(countdown=0).apply_async()), ("SUCCESS", 2))


if __name__ == "__main__":
    lab.main(prove)
