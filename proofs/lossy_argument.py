"""Tuples, named tuples, number keys and members of an IntEnum arrive as lists, text keys and plain numbers."""

import enum
from typing import Any, NamedTuple

from proofs import lab

app = lab.memory_app()
got: list[Any] = []


class Corner(NamedTuple):
    north: int
    east: int


class Priority(enum.IntEnum):
    HIGH = 2


@app.task
def take(value: Any) -> None:
    got.append(value)


def arrived(value: Any) -> tuple[str, Any]:
    take.delay(value).get(timeout=lab.WAIT_LIMIT)
    found = got.pop()
    return type(found).__name__, found


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: a tuple", arrived((4, 7)), ("list", [4, 7]))
        lab.claim("hazard: a named tuple", arrived(Corner(4, 7)), ("list", [4, 7]))
        lab.claim("hazard: number keys", arrived({1: "a", 2: "b"}), ("dict", {"1": "a", "2": "b"}))
        lab.claim("hazard: a member", arrived(Priority.HIGH), ("int", 2))
        lab.claim("mended: pairs", arrived([(1, "a")]), ("list", [[1, "a"]]))
    take.apply(((4, 7),))
    lab.claim("unseen by apply", got.pop(), (4, 7))


if __name__ == "__main__":
    lab.main(prove)
