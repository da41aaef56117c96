"""Where something stands in a file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range of source text. Lines count from 1, columns from 0 in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


ELSEWHERE = Span(0, 0, 0, 0)
"""The place of whatever stands in another file than the one that is checked."""
