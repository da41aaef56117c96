"""What JSON refuses makes a finished task a failed one; `ignore_result=True`, or a list, ends in SUCCESS."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from proofs import lab

app = lab.memory_app()
done: list[str] = []


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)


@dataclass
class Totals:
    orders: int


class Colour(Enum):
    RED = 1


VALUES: dict[str, Any] = {
    "set": {1, 2},
    "dataclass": Totals(3),
    "enum": {"colour": Colour.RED},
    "timedelta": [timedelta(1)],
    "row": Customer(id=1),
    "exception": {"error": ValueError("wrong")},
    "list": [1, 2],
    "date": {"on": date(2026, 1, 2), "cents": Decimal("1.5")},
}


@app.task
def give(kind: str) -> Any:
    done.append(kind)
    return VALUES[kind]


@app.task(ignore_result=True)
def give_ignored(kind: str) -> Any:
    done.append(f"{kind} ignored")
    return VALUES[kind]


@app.task(bind=True)
def report(self: Any, kind: str) -> str:
    self.update_state(state="PROGRESS", meta={"seen": VALUES[kind]})
    return kind


def prove() -> None:
    with lab.worker_thread(app):
        for kind in ("set", "dataclass", "enum", "timedelta", "row", "exception"):
            lab.claim(f"hazard: {kind} returned", lab.outcome(give.delay(kind)), ("FAILURE", "EncodeError"))
            lab.claim(f"hazard: {kind}, the work was done", done.pop(), kind)
        lab.claim("hazard: set in the meta", lab.outcome(report.delay("set")), ("FAILURE", "EncodeError"))

        lab.claim("mended: list returned", lab.outcome(give.delay("list")), ("SUCCESS", [1, 2]))
        lab.claim("mended: list in the meta", lab.outcome(report.delay("list")), ("SUCCESS", "list"))
        lab.claim("fine: dates and decimals", lab.outcome(give.delay("date"))[0], "SUCCESS")
        done.clear()
        give_ignored.delay("set")
        lab.wait_until(lambda: bool(done))
        lab.claim("fine: ignored", done, ["set ignored"])


if __name__ == "__main__":
    lab.main(prove)
