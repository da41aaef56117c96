"""The table of the rules is what their files say."""

from __future__ import annotations

import re

import pytest

from celerylint.linter.catalogue import all_rules, entries
from celerylint.linter.rule_table import KINDS
from tools.rule_table import PATH, kinds, row_of, table


def test_fresh(request: pytest.FixtureRequest) -> None:
    """`make bless` writes it anew."""
    if request.config.getoption("--bless"):
        PATH.write_text(table())
    assert PATH.read_text() == table(), "run `python -m tools.rule_table`"


def test_an_entry_is_what_its_rule_says() -> None:
    assert [entry.rule for entry in entries()] == [*all_rules()]
    for entry in entries():
        rule = entry.rule
        code, _, severity, profile, packs, contradicts, looked_at, words = row_of(rule)
        assert (entry.code, entry.severity.value, entry.profile.value, entry.packs) == (code, severity, profile, packs)
        assert (entry.name, entry.series, entry.module) == (rule.name, rule.series, rule.module)
        assert entry.contradicts == contradicts
        assert (entry.kinds, entry.words) == (looked_at, words) == (rule.kinds, rule.words)
        assert entry.checks is rule.checks


def test_the_pattern_of_a_kind_has_no_flags() -> None:
    """The table holds its text only."""
    patterns = {name: getattr(kind, "pattern", None) for name, kind in kinds().items()}
    for name, pattern in patterns.items():
        assert pattern is None or pattern.flags == re.compile("").flags, name
    assert {name for name, needs in KINDS.items() if needs[4]} == {name for name, each in patterns.items() if each}


def test_a_kind_with_words_of_settings_has_words_of_its_own() -> None:
    """Without any it may stand in every file."""
    assert [name for name, (_, _, words, _, _, words_of) in KINDS.items() if words_of and not words] == []
