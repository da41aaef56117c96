"""The example application: every planted hazard is found, by every host, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.corpus import HOSTS, ROOT


@pytest.mark.parametrize("host", HOSTS)
def test_newsletter(host: str, tmp_path: Path) -> None:
    root = tmp_path / "newsletter"
    shutil.copytree(ROOT / "examples" / "newsletter", root, ignore=shutil.ignore_patterns("__pycache__"))
    found = {(path, place.line) for path, places in HOSTS[host](root).items() for place in places}
    planted = {
        (str(path.relative_to(root)), number)
        for path in root.rglob("*.py")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "# hazard" in line
    }
    assert found == planted
    assert len(planted) == 13
