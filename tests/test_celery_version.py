"""Which Celery a project runs on, by its files."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from celerylint.linter import celery_version
from celerylint.linter.celery_version import celery_versions
from tests.test_cli import write

LOCK = '[[package]]\nname = "amqp"\nversion = "5.2"\n\n[[package]]\nname = "celery"\nversion = "5.4.0"\n'


def test_the_examples_hold() -> None:
    assert doctest.testmod(celery_version).failed == 0


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("pyproject.toml", '[project]\ndependencies = ["celery[redis]>=5.3"]\n', [((5, 3), 2, False)]),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "3"\ncelery = "^5.2"\n', [((5, 2), 3, False)]),
        ("pyproject.toml", '[tool.poetry.dependencies]\ncelery = { version = "~5.3" }\n', [((5, 3), 2, False)]),
        ("pyproject.toml", '[tool.poetry.dependencies]\ncelery = "5.3.1"\n', [((5, 3), 2, False)]),
        ("pyproject.toml", '[tool.poetry.dependencies]\ncelery = "*"\n', []),
        ("pyproject.toml", "[dependency-groups]\nworker = ['celery~=5.3', {}]\n", [((5, 3), 2, False)]),
        ("pyproject.toml", "[project.optional-dependencies]\nworker = ['celery>=5.3']\n", [((5, 3), 2, False)]),
        ("pyproject.toml", "[project\n", []),
        ("requirements.txt", "redis==5\ncelery==5.3.6  # via x\n", [((5, 3), 2, True)]),
        ("requirements/base.txt", "Celery[sqs] >= 5.2, < 6 ; python_version > '3'\n", [((5, 2), 1, False)]),
        ("requirements-dev.txt", "celery==5.0\n", []),
        ("requirements.txt", "celery-redbeat==2.2\n# celery==4.0\ncelery\n", []),
        ("setup.cfg", "[options]\ninstall_requires =\n    celery>=5.1\n", [((5, 1), 3, False)]),
        ("setup.py", "from setuptools import setup\nsetup(install_requires=['celery>=5.0'])\n", [((5, 0), 2, False)]),
        ("setup.py", "setup(\ncelery", []),
        ("environment.yml", "dependencies:\n  - celery=5.3\n", [((5, 3), 2, False)]),
        ("uv.lock", LOCK, [((5, 4), 6, True)]),
        ("poetry.lock", LOCK, [((5, 4), 6, True)]),
        ("poetry.lock", "package = 3\n", []),
        ("Pipfile.lock", '{"default": {"celery": {"version": "==5.3.4"}}}', [((5, 3), 1, True)]),
        ("Pipfile.lock", '{"default": ', []),
    ],
)
def test_what_a_file_says(
    name: str, text: str, expected: list[tuple[tuple[int, int], int, bool]], tmp_path: Path
) -> None:
    found = celery_versions(str(write(tmp_path, {name: text})))
    assert [(each.version, each.line, each.is_lock) for each in found] == expected
    assert all(each.path == str(tmp_path / name) for each in found)
