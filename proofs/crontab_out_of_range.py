"""`crontab` raises an error at once at what is out of range or of another grammar, so its module cannot be imported."""

from typing import Any

import celery
from celery.schedules import crontab

from proofs import lab

REFUSED: dict[str, Any] = {
    "hour": (24, "24", "?", "5/2", "*/0", "9-99", "", None, 4.5, ["8"], "0, */4"),
    "minute": (60, -1, "-1", "0 7 * * 1", "@daily"),
    "day_of_week": (7, "7", "L", "1#2"),
    "day_of_month": (0, "0", 32, "L", "15W"),
    "month_of_year": (0, 13, "enero"),
}
READ: dict[str, Any] = {
    "hour": (0, "0", "*", "*/2", "22-5", "9-17/2", [8, 20], " 8"),
    "minute": (59, "0,30"),
    "day_of_week": (0, "sun", "Fri-mon"),
    "day_of_month": (1, 31),
    "month_of_year": (1, 12),
}


def refused(table: dict[str, Any]) -> list[tuple[str, Any]]:
    """The fields and values that raise an error."""
    return [
        (field, value)
        for field, values in table.items()
        for value in values
        if lab.raised_by(crontab, **{field: value}) is not None
    ]


def prove() -> None:
    everything = [(field, value) for field, values in REFUSED.items() for value in values]
    lab.claim("hazard: refused", refused(REFUSED), everything)
    lab.claim("hazard: an unknown keyword", lab.raised_by(crontab, minutes=0), "TypeError")
    lab.claim("mended: refused", refused(READ), [])

    knows_months = celery.VERSION >= (5, 5)
    lab.claim("a month by its name is read", lab.raised_by(crontab, month_of_year="march") is None, knows_months)
    if knows_months:
        lab.claim("hazard: four parts of a line", lab.raised_by(crontab.from_string, "0 7 * *"), "ValueError")
        lab.claim("hazard: two blanks in a line", lab.raised_by(crontab.from_string, "0  7 * * 1"), "ValueError")
        lab.claim("mended: five parts", lab.raised_by(crontab.from_string, "0 7 * * 1"), None)


if __name__ == "__main__":
    lab.main(prove)
