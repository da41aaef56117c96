"""A text made by an f-string differs in each line, and is made where its level is off; one with `%s` is neither."""

import logging

from proofs import lab

app = lab.memory_app()
logger = logging.getLogger("proof.parcels")
lines: list[logging.LogRecord] = []
shown: list[int] = []


class Parcel:
    def __init__(self, number: int) -> None:
        self.number = number

    def __str__(self) -> str:
        shown.append(self.number)
        return f"parcel {self.number}"


class Keeping(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        lines.append(record)


@app.task
def label_mixed(number: int) -> None:
    logger.info(f"label of {Parcel(number)}")
    logger.debug(f"weight of {Parcel(10 * number)}")


@app.task
def label_mended(number: int) -> None:
    logger.info("label of %s", Parcel(number))
    logger.debug("weight of %s", Parcel(10 * number))


def lines_of(value: object) -> tuple[list[str], list[str]]:
    """What is written of a value by f-strings, and by the same texts with places for it."""
    lines.clear()
    logger.info(f"{value} of {{5 %}}")
    logger.info(f"{value!r}, {value!s} and {value!a}")
    mixed = [line.getMessage() for line in lines]
    lines.clear()
    logger.info("%s of {5 %%}", value)
    logger.info("%r, %s and %a", value, value, value)
    return mixed, [line.getMessage() for line in lines]


def prove() -> None:
    logger.addHandler(Keeping())
    logger.setLevel(logging.INFO)
    with lab.worker_thread(app):
        for task, name, texts, made in ((label_mixed, "hazard", 2, [10, 20]), (label_mended, "mended", 1, [])):
            lines.clear()
            shown.clear()
            for number in (1, 2):
                lab.outcome(task.delay(number))
            lab.claim(f"{name}: texts of two lines", len({line.msg for line in lines}), texts)
            lab.claim(f"{name}: the first line", lines[0].getMessage(), "label of parcel 1")
            lab.claim(f"{name}: made for a level that is off", [each for each in shown if each >= 10], made)
    for value in (7, 2.5, "50 %", "{x}", "café", None, (1, 2), (), {"a": 1}, {}, [Parcel], ValueError("no")):
        mixed, mended = lines_of(value)
        lab.claim(f"mended: the lines for {value!r} are those of f-strings", mended, mixed)


if __name__ == "__main__":
    lab.main(prove)
