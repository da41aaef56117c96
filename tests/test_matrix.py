"""Every supported Python, and the oldest supported hosts, report on the corpus what this environment reports."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.corpus import HOSTS, ROOT, Place, Places, cases, lay_out
from tests.processes import run, unreachable

UV = [sys.executable, "-m", "uv", "--quiet"]
OLDEST = ("flake8==6.0.0", "pylint==3.0.4")
LAST_OF_PYLINT_3 = ("flake8==7.1.2", "pylint==3.3.9")
NEWEST = ("flake8", "pylint")
MATRIX = [
    ("3.10", OLDEST),
    ("3.10", NEWEST),
    ("3.11", LAST_OF_PYLINT_3),
    ("3.12", NEWEST),
    ("3.13", NEWEST),
    ("3.14", NEWEST),
]
REPORT = """\
import json, sys
from pathlib import Path
from tests.corpus import HOSTS
print(json.dumps([sys.version_info[:2], {host: report(Path(sys.argv[1])) for host, report in HOSTS.items()}]))
"""


def interpreter(version: str) -> str | None:
    """An installed Python: of pyenv, else on the path."""
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = sorted(root.glob(f"versions/{version}.*/bin/python"))
    return str(found[-1]) if found else shutil.which(f"python{version}")


@pytest.fixture
def python(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The interpreter of a new environment with that Python, those hosts and celerylint."""
    version, hosts = request.param
    base = interpreter(version)
    if base is None:
        pytest.skip(f"there is no Python {version} here")
    made = run([*UV, "venv", "--no-python-downloads", "--python", base, tmp_path / "venv"], tmp_path)
    assert made.code == 0, made
    found = tmp_path / "venv" / "bin" / "python"
    done = run([*UV, "pip", "install", "--python", found, "--editable", ROOT, *hosts], tmp_path)
    cause = unreachable(done)
    if cause:
        pytest.skip(f"{' and '.join(hosts)} cannot be had: {cause}")
    assert done.code == 0, done
    return found


@pytest.mark.parametrize(
    "python", MATRIX, ids=[f"{version} {' '.join(hosts)}" for version, hosts in MATRIX], indirect=True
)
def test_the_same_findings(python: Path, corpus_reports: dict[str, Places], tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    lay_out(root)
    done = run([python, "-c", REPORT, root], ROOT, more={"PYTHONDONTWRITEBYTECODE": "1"})
    assert done.code == 0, done.err[-4000:]
    version, reports = json.loads(done.out)
    assert tuple(version) >= (3, 10)
    assert list(reports) == list(HOSTS)
    ids = {case.place.as_posix(): case.id for case in cases()}
    for host, by_path in reports.items():
        found = {ids[path]: [Place(*each) for each in places] for path, places in by_path.items()}
        assert found == corpus_reports[host], host
