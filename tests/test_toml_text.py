"""Settings as TOML text."""

from __future__ import annotations

import doctest
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from celerylint.core.settings import Settings
from celerylint.hosts import toml_text
from celerylint.hosts.config_command import plain
from celerylint.hosts.toml_text import TABLES, toml_value

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TEXTS = st.text(st.characters(codec="utf-8"), max_size=9)


def test_the_examples_hold() -> None:
    assert doctest.testmod(toml_text).failed == 0


@given(st.lists(TEXTS).map(tuple), st.integers(1, 80))
def test_a_list_of_any_texts(words: tuple[str, ...], width: int) -> None:
    assert tomllib.loads(f"x = {toml_value('queues', words, width)}") == {"x": list(words)}


@given(st.dictionaries(TEXTS, st.lists(TEXTS).map(tuple)))
def test_a_table_of_any_texts(table: dict[str, tuple[str, ...]]) -> None:
    text = toml_value("per_file_ignores", tuple(table.items()))
    assert tomllib.loads(f"x = {text}") == {"x": {key: list(words) for key, words in table.items()}}


def test_the_tables_are_those_of_the_settings() -> None:
    of_pairs = {name for name, hint in Settings.__annotations__.items() if "tuple[tuple[str, " in str(hint)}
    assert of_pairs == set(TABLES)


@pytest.mark.parametrize("field", [name for name, value in Settings._field_defaults.items() if value is not None])
def test_the_defaults(field: str) -> None:
    value = Settings._field_defaults[field]
    assert tomllib.loads(f"x = {toml_value(field, value)}") == {"x": plain(field, value)}
