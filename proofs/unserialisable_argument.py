"""What JSON refuses raises EncodeError when the task is sent; `apply()` writes nothing and so shows nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from uuid import UUID

from proofs import lab

app = lab.memory_app()


@dataclass
class Print:
    width: int


class Paper(Enum):
    MATT = "matt"


@app.task
def describe(value: object) -> str:
    return repr(value)


def prove() -> None:
    refused = {
        "a set": {1},
        "a timedelta": timedelta(1),
        "an Enum member": Paper.MATT,
        "a Path": Path("a"),
        "a dataclass": Print(9),
        "a lambda": lambda: 1,
        "a generator": (part for part in "ab"),
        "a range": range(2),
        "a set deep in a dict": {"a": [{"b": {1}}]},
    }
    for what, value in refused.items():
        lab.claim(f"hazard: {what}", lab.raised_by(describe.delay, value), "EncodeError")
    lab.claim("hazard: in a signature", lab.raised_by(describe.s({1}).delay), "EncodeError")
    lab.claim("hazard: apply() does not show it", describe.apply(({1},)).result, "{1}")
    for value in (date(2031, 1, 1), UUID(int=1), Decimal("1.5"), b"ab"):
        lab.claim(f"silent: {value!r}", lab.raised_by(describe.delay, value), None)
    with lab.worker_thread(app):
        lab.claim("mended", lab.outcome(describe.delay(sorted({1}))), ("SUCCESS", "[1]"))


if __name__ == "__main__":
    lab.main(prove)
