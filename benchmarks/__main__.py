"""Print every target with what was measured, over it or not. Exit 0 always: a shared machine fails nobody."""

from __future__ import annotations

import argparse
import os
import platform
import time

from benchmarks import growth, in_flake8, in_pylint, inputs, measure, on_trees, startup


def main() -> None:
    """Measure section by section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What checking costs, in ratios.")
    parser.add_argument("--quick", action="store_true", help="smaller samples and one application, under half a minute")
    quick: bool = parser.parse_args().quick
    start = time.monotonic()
    trees = inputs.trees()
    if quick:
        trees = trees[:1]
    files = inputs.sample(trees, 40 if quick else 300)
    free, candidates = files.found
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; "
        f"{len(trees)} trees, {free + candidates} files, {candidates} with a word of Celery, "
        f"{len(files.tasks)} with tasks sampled"
    )
    print("what · target · measured (spread of the rounds) · verdict")
    in_flake8.report(files, 4 if quick else 6)
    startup.report_import(5 if quick else 21)
    startup.report_one_file(files, 7 if quick else 25)
    on_trees.report(trees, free + candidates, 2 if quick else 4)
    in_pylint.report(files, 1 if quick else 3)
    growth.report()
    print("\nnot measured: a warm cache (there is none yet), semgrep")
    print(f"{len(measure.over)} over target" + "".join(f"\n  {line}" for line in measure.over))
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
