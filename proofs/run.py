"""Run all the proofs: `python -m proofs.run` here, `python -m proofs.run --versions` on several versions of Celery.

Names of proofs after either run only those. The second makes an environment for each version in `$CELERYLINT_CACHE`,
and writes `proofs/results.json`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER / "results.json"
NEWEST = "newest"
VERSIONS = ("5.3.6", "5.4.0", "5.5.3", "5.6.2", NEWEST)
PROOFS = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in {"__init__", "lab", "run"})
LIMIT = 120  # seconds


def verdict(proof: str, python: str = sys.executable) -> str:
    """Run one proof: "holds", "differs: ..." or "skipped: ..."."""
    command = [python, "-m", f"proofs.{proof}"]
    try:
        done = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return f"differs: no end within {LIMIT} s"
    if done.returncode == 0:
        return "holds"
    last_line = ["", *done.stdout.splitlines()][-1]
    if last_line.startswith(("differs: ", "skipped: ")):
        return last_line
    return f"differs: exit status {done.returncode}, {done.stderr.strip().splitlines()[-1:]}"


def verdicts(proofs: Sequence[str], python: str = sys.executable) -> dict[str, str]:
    """Run proofs, as many at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(proofs, pool.map(lambda proof: verdict(proof, python), proofs), strict=True))


def environment(version: str) -> tuple[str, str]:
    """An environment with one version of Celery: its interpreter, and the version that it is."""
    cache = Path(os.environ.get("CELERYLINT_CACHE") or Path.home() / ".cache" / "celerylint")
    home = cache / "proofs" / version
    python = str(home / "bin" / "python")
    celery = "celery" if version == NEWEST else f"celery=={version}"
    uv = [sys.executable, "-m", "uv"]
    if not Path(python).exists():
        subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, home], check=True)
    # gevent is only for the proofs about its pool
    install = [*uv, "pip", "install", "--quiet", "--upgrade", "--python", python, celery, "gevent", "--group", "proofs"]
    subprocess.run(install, check=True, cwd=FOLDER.parent)
    ask = [python, "-c", "import celery; print(celery.__version__)"]
    return python, subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()


def on_versions(versions: Sequence[str], proofs: Sequence[str]) -> dict[str, dict[str, str]]:
    """The verdicts of each version of Celery that can be installed."""
    found = {}
    for wanted in versions:
        try:
            python, version = environment(wanted)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"celery {wanted} cannot be installed: {error}", file=sys.stderr)
            continue
        print(f"celery {version}")
        found[version] = report(verdicts(proofs, python))
    return found


def report(found: dict[str, str]) -> dict[str, str]:
    """Print a line for each verdict."""
    for proof, result in found.items():
        print(f"{proof:30} {result}", flush=True)
    return found


def results_json(found: dict[str, dict[str, str]], before: dict[str, dict[str, str]]) -> str:
    """The contents of the file of results: the same verdicts give the same text. What is on record of a proof that was
    not run now stays."""
    versions = sorted(found, key=lambda version: [int(number) for number in re.findall(r"\d+", version)])
    table = {
        proof: {version: found[version].get(proof) or before.get(proof, {}).get(version, "") for version in versions}
        for proof in PROOFS
    }
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return json.dumps({"celery": versions, "python": python, "proofs": table}, indent=2) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status is 1 if a proof differs, or none could run."""
    parser = argparse.ArgumentParser(prog="python -m proofs.run", description="Run all the proofs.")
    parser.add_argument("--versions", nargs="?", const=",".join(VERSIONS), help="of Celery, separated by commas")
    parser.add_argument("proofs", nargs="*", metavar="PROOF", help="by name; all for none")
    given = parser.parse_args(arguments)
    proofs = given.proofs or PROOFS
    if given.versions is None:
        found = {"": report(verdicts(proofs))}
    else:
        found = on_versions(given.versions.split(","), proofs)
        if not found:
            return 1
        RESULTS.write_text(results_json(found, json.loads(RESULTS.read_text())["proofs"] if given.proofs else {}))
    return int(any(result.startswith("differs") for results in found.values() for result in results.values()))


if __name__ == "__main__":
    sys.exit(main())
