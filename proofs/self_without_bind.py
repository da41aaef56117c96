"""Without `bind=True` Celery passes no `self`: the intended call is a TypeError, one more argument shifts them all."""

from typing import Any

from proofs import lab

app = lab.memory_app()
calls: list[tuple[object, ...]] = []


@app.task
def refund(self: Any, order: str, cents: int = 0) -> None:
    calls.append((self, order, cents))


@app.task(bind=True)
def refund_mended(self: Any, order: str, cents: int = 0) -> None:
    calls.append((self.name, order, cents))


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: delay with the order alone raises", lab.raised_by(refund.delay, "A1"), "TypeError")
        shifted = refund.delay("B1", 250)
        lab.claim("hazard: delay with order and cents ends in", lab.outcome(shifted), ("SUCCESS", None))
        lab.claim("hazard: what self, order and cents were", calls.pop(), ("B1", 250, 0))

        mended = refund_mended.delay("C1")
        lab.claim("mended: delay with the order alone ends in", lab.outcome(mended), ("SUCCESS", None))
        lab.claim("mended: what self, order and cents were", calls.pop(), (refund_mended.name, "C1", 0))
        mended = refund_mended.delay("D1", 250)
        lab.claim("mended: delay with order and cents ends in", lab.outcome(mended), ("SUCCESS", None))
        lab.claim("mended: what self, order and cents were", calls.pop(), (refund_mended.name, "D1", 250))


if __name__ == "__main__":
    lab.main(prove)
