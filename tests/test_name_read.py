"""Names that a file reads somewhere."""

from __future__ import annotations

import pytest

from celerylint.facts.name_read import is_read
from tests.build import module_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("print(task.lane)", True),
        ("print(task\n      .lane)", True),
        ("print(task.  lane)", True),
        ("getattr(task, 'lane')", True),
        ("if task.lane == 1: pass", True),
        ("task.lane = 1", False),
        ("task(lane=1)", False),
        ("task.lanes", False),
        ("lane", False),
        ("print('a lane')", False),
    ],
)
def test_is_read(text: str, expected: bool) -> None:
    assert is_read(module_of(text), "lane") is expected
