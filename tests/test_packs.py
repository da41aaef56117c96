"""The words that a convention pack adds to the settings."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import get_type_hints

import pytest

from celerylint.core import packs
from celerylint.core.packs import PACKS, with_words
from celerylint.core.settings import Settings, Words
from celerylint.hosts.check_command import Request
from celerylint.hosts.check_files import config_in
from celerylint.hosts.config_file import config_for

QUEUES = Settings(conventions=("queue-operations",))
MODULES = ("tasks", "*_tasks")


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_says_what_it_is_about_and_has_words_of_settings(name: str) -> None:
    pack = PACKS[name]
    assert pack.about.endswith(".")
    assert pack.words
    hints = get_type_hints(Settings)
    for field, words in pack.words.items():
        assert hints[field] == Words
        assert words
        assert all("*" not in word[1:-1] for word in words)


def test_words_of_packs_join_the_default_once() -> None:
    assert with_words(Settings(), ()) == Settings()
    assert with_words(QUEUES, ()).task_modules == MODULES
    assert with_words(with_words(QUEUES, ()), ()) == with_words(QUEUES, ())
    both = with_words(Settings(conventions=("task-definition", "queue-operations")), ())
    assert both.task_modules == MODULES
    assert set(both.session_factories) == {*Settings().session_factories, "DatabaseSessionLocal"}


def test_a_setting_of_the_project_holds_as_it_is() -> None:
    own = QUEUES._replace(task_modules=("jobs",))
    assert with_words(own, {"task_modules"}) == own


def test_the_example_holds() -> None:
    assert doctest.testmod(packs).failed == 0


@pytest.mark.parametrize(
    ("table", "options", "expected"),
    [
        ("", (), ("tasks",)),
        ('conventions = ["queue-operations"]', (), MODULES),
        ("", ("queue-operations",), MODULES),
        ('conventions = ["queue-operations"]\ntask-modules = ["jobs"]', (), ("jobs",)),
        ('task-modules = ["jobs"]', ("queue-operations",), ("jobs",)),
        ('task-modules = ["tasks"]', ("queue-operations",), ("tasks",)),
    ],
)
def test_packs_of_the_settings_file_and_of_the_command_line(
    table: str, options: tuple[str, ...], expected: Words, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.celerylint]\n{table}\n")
    request = Request(None, False, None, (), (), None, options, ())
    assert config_in(str(tmp_path), request).settings.task_modules == expected
    if not options:
        assert config_for(str(tmp_path / "jobs.py")).settings.task_modules == expected
