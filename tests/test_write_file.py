"""Files are written whole, or left as they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from celerylint.core.settings import SettingsError
from celerylint.linter.write_file import write_file


def test_a_new_file_and_another_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    write_file(str(path), b"x", b"")
    os.chmod(path, 0o640)
    write_file(str(path), b"y", b"x")
    assert path.read_bytes() == b"y"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.toml"]


def test_a_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_bytes(b"x")
    (tmp_path / "a.toml").symlink_to("real.toml")
    write_file(str(tmp_path / "a.toml"), b"y")
    assert (tmp_path / "a.toml").is_symlink()
    assert (tmp_path / "real.toml").read_bytes() == b"y"


@pytest.mark.parametrize(("before", "cause"), [(b"other", "changed meanwhile"), (b"", "changed meanwhile")])
def test_a_file_that_is_another_by_now(before: bytes, cause: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"x")
    with pytest.raises(SettingsError, match=cause):
        write_file(str(tmp_path / "a.toml"), b"y", before)
    assert (tmp_path / "a.toml").read_bytes() == b"x"
    assert os.listdir(tmp_path) == ["a.toml"]


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="gone"):
        write_file(str(tmp_path / "gone" / "a.toml"), b"y")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match="directory"):
        write_file(str(tmp_path / "folder"), b"y")
    assert os.listdir(tmp_path) == ["folder"]
