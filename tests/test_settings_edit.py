"""Changes of TOML files: what was asked for, and every other byte as it was."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from celerylint.core.settings import SettingsError
from celerylint.hosts.settings_edit import Edit

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RUFF = ("tool", "ruff", "lint")
CEL: dict[str, tuple[str, Any]] = {"external": ('["CEL"]', ["CEL"])}


def edited(root: Path, text: str, table: tuple[str, ...] = RUFF, pairs: dict[str, tuple[str, Any]] = CEL) -> str:
    (root / "pyproject.toml").write_bytes(text.encode())
    edit = Edit(str(root / "pyproject.toml"))
    edit.add(table, pairs)
    edit.write()
    return (root / "pyproject.toml").read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ("[project]\nname = 'x'\n", "[project]\nname = 'x'\n\n[tool.ruff.lint]\nexternal = [\"CEL\"]\n"),
        ("x = 1", 'x = 1\n\n[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ("[a]\r\nx = 1\r\n", '[a]\r\nx = 1\r\n\r\n[tool.ruff.lint]\r\nexternal = ["CEL"]\r\n'),
        ("[tool.ruff.lint] # rules\nx = 1\n", '[tool.ruff.lint] # rules\nexternal = ["CEL"]\nx = 1\n'),
        ("[ tool . ruff . 'lint' ]\nx = 1\n", "[ tool . ruff . 'lint' ]\nexternal = [\"CEL\"]\nx = 1\n"),
        ("[tool.ruff.lint]", '[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ("[tool.ruff.lint]\nexternal = []\n", '[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ("[tool.ruff.lint]\nexternal = ['V']  # x\n", "[tool.ruff.lint]\nexternal = [\"CEL\", 'V']  # x\n"),
        ("[tool.ruff.lint]\nexternal = [\n  'V',\n]\n", "[tool.ruff.lint]\nexternal = [\"CEL\",\n  'V',\n]\n"),
        ("[tool.ruff.lint]\nexternal = [ # x\n  'V',\n]\n", "[tool.ruff.lint]\nexternal = [\"CEL\", # x\n  'V',\n]\n"),
        ("[tool.ruff.lint.isort]\nx = 1\n", '[tool.ruff.lint.isort]\nx = 1\n\n[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ("[tool.ruff.lint]\nexternal = ['CEL']\n", "[tool.ruff.lint]\nexternal = ['CEL']\n"),
        ("[tool.ruff]\nlint.external = ['V']\n", "[tool.ruff]\nlint.external = [\"CEL\", 'V']\n"),
    ],
)
def test_a_key_is_added(before: str, after: str, tmp_path: Path) -> None:
    changed = edited(tmp_path, before)
    assert changed == after
    assert "CEL" in tomllib.loads(changed)["tool"]["ruff"]["lint"]["external"]


@pytest.mark.parametrize(
    "text",
    [
        "[tool.ruff]\nlint = { select = ['E'] }\n",
        "[tool.ruff]\nlint.select = ['E']\n",
        "tool.ruff.lint.select = ['E']\n",
        "[tool]\nruff = { lint = { select = ['E'] } }\n",
    ],
)
def test_what_is_written_otherwise_is_left_alone(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"written in a way that cannot be changed by a program"):
        edited(tmp_path, text)
    assert (tmp_path / "pyproject.toml").read_text() == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a]\n[tool.celerylint]\nx = 1\n", "[a]\n"),
        ("[tool.celerylint]\nx = 1\n\n[a]\ny = 1\n", "[a]\ny = 1\n"),
        ("[tool.celerylint]\n[tool.celerylint.z]\nx = 1\n[a]\n", "[a]\n"),
        ("[tool.celerylint]\nx = [\n 1]\n[tool.b]\nx = 1\n", "[tool.b]\nx = 1\n"),
    ],
)
def test_a_table_is_taken_away(before: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(before)
    edit = Edit(str(tmp_path / "a.toml"))
    edit.drop(("tool", "celerylint"))
    assert edit.text == after


@pytest.mark.parametrize("text", ["tool.celerylint.x = 1\n", "[tool]\ncelerylint = {}\n"])
def test_a_table_that_cannot_be_taken_away(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(text)
    with pytest.raises(SettingsError, match="written in a way"):
        Edit(str(tmp_path / "a.toml")).drop(("tool", "celerylint"))


@pytest.mark.parametrize(("data", "cause"), [(b"[x", "not valid TOML"), (b"\xff", "not valid TOML")])
def test_what_is_no_toml(data: bytes, cause: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    with pytest.raises(SettingsError, match=cause):
        Edit(str(tmp_path / "a.toml"))
