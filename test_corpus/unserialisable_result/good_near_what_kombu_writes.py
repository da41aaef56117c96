"""Dates, UUIDs, decimals, bytes, tuples and text enums are written; a member's value is text."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import NamedTuple

from celery import shared_task


class Channel(str, Enum):
    MAIL = "mail"


class Level(IntEnum):
    LOW = 1


class Plain(Enum):
    YES = "yes"


class Point(NamedTuple):
    x: int
    y: int


@shared_task
def summary(order: str):
    return {
        "id": uuid.uuid4(),
        "on": date.today(),
        "at": datetime.now(),
        "total": Decimal("9.99"),
        "raw": b"x",
        "pair": (1, 2),
        "channel": Channel.MAIL,
        "level": Level.LOW,
        "answer": Plain.YES.value,
        "place": Point(1, 2),
    }
