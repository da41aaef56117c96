"""The proofs hold on the installed Celery, can fail, and have their results on record."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROOFS = sorted(path.stem for path in (ROOT / "proofs").glob("*.py") if path.stem not in {"__init__", "lab", "run"})


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("proof", PROOFS)
def test_proof_holds(proof: str) -> None:
    done = run("-m", f"proofs.{proof}")
    if done.returncode == 77:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b(mended|no hazard)\b.*: ", done.stdout)


@pytest.mark.parametrize(
    ("body", "status", "last_line"),
    [
        ("lab.claim('runs', 2, 2)", 0, "runs: 2"),
        ("lab.claim('runs', 1, 2)", 1, "differs: runs: expected 2, observed 1"),
        ("1 / 0", 1, "differs: ZeroDivisionError('division by zero')"),
        ("lab.skip('no worker')", 77, "skipped: no worker"),
    ],
)
def test_a_proof_reports_what_it_found(body: str, status: int, last_line: str) -> None:
    done = run("-c", f"from proofs import lab; lab.main(lambda: {body})")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (status, last_line)


def test_the_results_on_record_are_those_of_the_proofs() -> None:
    results = json.loads((ROOT / "proofs" / "results.json").read_text())
    newest = results["celery"][-1]
    found = {proof: by_version[newest] for proof, by_version in results["proofs"].items()}
    assert found == dict.fromkeys(PROOFS, "holds")
