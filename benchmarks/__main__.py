"""Print every target with what was measured, over it or not. Exit 0 always: a shared machine fails nobody."""

from __future__ import annotations

import argparse
import os
import platform
import time

from benchmarks import in_editor, in_flake8, inputs, measure, sections


def main() -> None:
    """Measure section by section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What checking costs, in ratios.")
    parser.add_argument("--quick", action="store_true", help="small samples of one application, half a minute")
    quick: bool = parser.parse_args().quick
    start = time.monotonic()
    trees = inputs.trees(quick)
    files = inputs.sample(trees, 20 if quick else 200)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"{machine}; {len(trees)} trees, {sum(files.found)} files, {files.found[1]} with a word of Celery")
    print("what · target · measured (spread) · verdict")
    in_flake8.report(files, 4)
    sections.plugin_import(5 if quick else 15)
    sections.one_file(files, 7 if quick else 25)
    sections.whole_trees(trees, sum(files.found), 2 if quick else 4)
    sections.unchanged_trees(trees, sum(files.found), 7 if quick else 15)
    sections.pylint_share(files, 10 if quick else 40, 1 if quick else 3)
    sections.growth(8 if quick else 1)
    in_editor.report(files, 10 if quick else 100, 5)
    print("\nnot measured: semgrep")
    print(f"{len(measure.over)} over target" + "".join(f"\n  {line}" for line in measure.over))
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
