"""Which known name a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name within two edits of a name, one if it is short; None if there is none."""
    furthest = 1 if len(name) < 6 else 2
    letters = set(name)
    shortest, longest = max(4, len(name) - furthest), len(name) + furthest
    near = [word for word in known if shortest <= len(word) <= longest]
    # An edit brings one letter and takes one at most, which leaves most words out before the costlier look.
    near = [word for word in near if max(len(letters.difference(word)), len(set(word) - letters)) <= furthest]
    ranked = sorted((distance(name, word), word) for word in near)
    return ranked[0][1] if ranked and ranked[0][0] <= furthest else None


def distance(left: str, right: str) -> int:
    """The edit distance of two names; a swap of neighbours counts as one edit."""
    while left[:1] == right[:1] != "":
        left, right = left[1:], right[1:]
    while left[-1:] == right[-1:] != "":
        left, right = left[:-1], right[:-1]
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
