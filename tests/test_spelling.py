"""Which known name a misspelt one was probably meant to be."""

from __future__ import annotations

import pytest

from celerylint.facts.spelling import distance, nearest

KNOWN = ("queue", "countdown", "expires", "ignore_result", "retry", "eta")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("coutdown", "countdown"),
        ("countdonw", "countdown"),
        ("cuontdonw", "countdown"),
        ("expiers", "expires"),
        ("ignore_results", "ignore_result"),
        ("ignores_results", "ignore_result"),
        ("ignores_resultss", None),
        ("queu", "queue"),
        ("que", None),
        ("retyr", "retry"),
        ("tea", None),
        ("priority", None),
    ],
)
def test_nearest(name: str, meant: str | None) -> None:
    assert nearest(name, KNOWN) == meant


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [
        *(("", "", 0), ("", "ab", 2), ("same", "same", 0), ("aab", "ab", 1), ("ab", "ba", 1)),
        *(("abcd", "acbd", 1), ("ca", "abc", 3), ("xabx", "xbax", 1), ("kitten", "sitting", 3)),
    ],
)
def test_distance(left: str, right: str, edits: int) -> None:
    assert distance(left, right) == distance(right, left) == edits
