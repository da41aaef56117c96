"""The words of the settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from celerylint.core import settings as core_settings
from celerylint.core.settings import Settings, matches_any, matches_word


@pytest.mark.parametrize(
    ("name", "word", "matches"),
    [
        ("app.db.SessionLocal", "SessionLocal", True),
        ("SessionLocal", "SessionLocal", True),
        ("app.db.SessionLocal", "db.SessionLocal", True),
        ("app.db.SessionLocal", "app.db.SessionLocal", True),
        ("db.SessionLocal", "app.db.SessionLocal", False),
        ("app.db.TenantSessionLocal", "SessionLocal", False),
        ("app.db.TenantSessionLocal", "*SessionLocal", True),
        ("app.db.SessionLocal", "*SessionLocal", False),
        ("app.db.SessionLocals", "*SessionLocal", False),
        ("app.mydb.session", "db.session", False),
        ("app.tasks.high_task", "high_*", True),
        ("high_task", "high_*", True),
        ("app.tasks.very_high_task", "high_*", False),
        ("app.tasks.high_task", "tasks.*", True),
        ("app.tasks.high_task", "*", True),
        ("sessionlocal", "SessionLocal", False),
        ("", "SessionLocal", False),
    ],
)
def test_a_word_matches_whole_parts_of_a_name(name: str, word: str, matches: bool) -> None:
    assert matches_word(name, word) is matches
    assert matches_any(name, ("never", word)) is matches


def test_no_word_matches_nothing() -> None:
    assert not matches_any("app.db.SessionLocal", ())


def test_the_documented_examples_of_words_are_words() -> None:
    """A star stands at the start or the end of a word; elsewhere it would match nothing."""
    text = (Path(core_settings.__file__)).read_text()
    for example in re.findall(r"Example: `[\w-]+ = (\[.*\])`", text):
        for word in re.findall(r'"([^"]+)"', example):
            assert "*" not in word[1:-1] or "/" in word, word


def test_settings_are_immutable_values() -> None:
    assert Settings() == Settings()
    assert Settings().conventions == ()
    assert hash(Settings(ignore=("CEL101",))) != hash(Settings())
