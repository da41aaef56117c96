"""What the checks of some files learned from others: as long as that is so, they would find the same again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import count

Question = tuple[str, ...]
"""What was asked of all files: the root of the project, the name of a method of `AllFiles`, its arguments."""

Answer = bool | str

_numbers = count(1)


class Look:
    """The files that were `read` for what names mean there, and the `answers` about all files.

    Checks that share what was made of other files share a look: nobody knows which of them something was read for.
    """

    def __init__(self, read: Iterable[str] = (), answers: Iterable[tuple[Question, Answer]] = ()) -> None:
        self.name = f"{os.getpid()}-{next(_numbers)}"
        """No other look of a run has it, in whatever process."""
        self.read = set(read)
        self.answers = dict(answers)

    def add(self, other: Look) -> None:
        """What another process has of the same look."""
        self.read |= other.read
        self.answers.update(other.answers)
