"""Properties that are computed once, and patterns that are compiled when they are used."""

from __future__ import annotations

import re

import pytest

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex


class Counted:
    """How often a property was computed."""

    times = 0

    @lazy
    def answer(self) -> int:
        """The answer."""
        self.times += 1
        return 42


def test_a_property_is_computed_once_for_each_instance() -> None:
    one, other = Counted(), Counted()
    assert (one.answer, one.answer, one.times) == (42, 42, 1)
    assert other.times == 0
    assert Counted.answer.__doc__ == "The answer."


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    made = regex(r"(\w)\d", re.IGNORECASE)
    assert made.pattern == r"(\w)\d"
    assert made.findall("a1 B2") == ["a", "B"]
    found = made.match("A1")
    assert found is not None
    assert found[1] == "A"
    assert made.flags & re.IGNORECASE
    with pytest.raises(AttributeError):
        _ = made.nothing  # type: ignore[attr-defined]


def test_a_wrong_pattern_is_named_when_it_is_used() -> None:
    made = regex("(")
    with pytest.raises(re.error):
        made.search("a")
