"""Fixtures that are costly and shared by all processes of a run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.corpus import HOSTS, ROOT, Place, Places, cases, lay_out
from tests.folder import folder  # noqa: F401
from tests.processes import run, unreachable


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite generated documents instead of comparing them")


@pytest.fixture(scope="session")
def shared_root(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def corpus_reports(shared_root: Path) -> dict[str, Places]:
    """What each host reports on the corpus, by host and `rule/case`; computed by one process of the run."""
    with FileLock(shared_root / "corpus.lock"):
        stored = shared_root / "corpus.json"
        if not stored.exists():
            root = shared_root / "corpus"
            lay_out(root)
            stored.write_text(json.dumps({host: report(root) for host, report in HOSTS.items()}))
    reports = json.loads(stored.read_text())
    ids = {case.place.as_posix(): case.id for case in cases()}
    return {
        host: {ids[path]: [Place(*place) for place in places] for path, places in by_path.items()}
        for host, by_path in reports.items()
    }


@pytest.fixture(scope="session")
def wheel(shared_root: Path) -> Path:
    """The wheel, built from a copy by one process of the run."""
    place = shared_root / "wheel"
    with FileLock(shared_root / "wheel.lock"):
        if not list(place.glob("*.whl")):
            done = run(
                [sys.executable, "-m", "uv", "--quiet", "build", "--wheel", "--out-dir", place, ROOT], shared_root
            )
            cause = unreachable(done)
            if cause:
                pytest.skip(f"the build backend cannot be had: {cause}")
            assert done.code == 0, done
    (built,) = place.glob("*.whl")
    return built
