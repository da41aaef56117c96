"""A name that the `try` did not come to set: the task ends in UnboundLocalError, and hides what went wrong."""

import logging

from proofs import lab

app = lab.memory_app()
logger = logging.getLogger(__name__)


def fetch(currency: str) -> list[int]:
    """There are rates of some currencies."""
    return {"EUR": [1, 2]}[currency]


@app.task
def update(currency: str) -> int:
    try:
        rates = fetch(currency)
    except Exception:
        logger.exception("no rates")
    return len(rates)


@app.task
def update_all(currencies: list[str]) -> list[int]:
    counts = []
    for currency in currencies:
        try:
            rates = fetch(currency)
        except Exception:
            logger.exception("no rates")
        counts.append(len(rates))
    return counts


@app.task
def update_mended(currency: str) -> int:
    rates: list[int] = []
    try:
        rates = fetch(currency)
    except Exception:
        logger.exception("no rates")
    return len(rates)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(update.delay("XXX")), ("FAILURE", "UnboundLocalError"))
        stale = lab.outcome(update_all.delay(["EUR", "XXX"]))
        lab.claim("hazard: in a loop it counts the rates of the one before", stale, ("SUCCESS", [2, 2]))
        lab.claim("mended: the task ends in", lab.outcome(update_mended.delay("XXX")), ("SUCCESS", 0))


if __name__ == "__main__":
    lab.main(prove)
