"""`--since REF`: which findings of a run stand on lines that have changed."""

from __future__ import annotations

import os
from functools import cache

from celerylint.hosts import git
from celerylint.linter.changed_lines import ALL, Lines, overlap
from celerylint.linter.gitignore import repository_root
from celerylint.linter.runs import Run
from celerylint.linter.versions import SUFFIXES


def mark(run: Run, ref: str, paths: list[str]) -> Run:
    """The run, each result with whether one of its lines has changed since a commit. The repositories of all paths are
    asked, whether anything was found there or not. Raises SettingsError."""
    root_of = cache(git.root_of)

    def root_around(path: str) -> str:
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        return root_of(repository_root(folder) or folder)

    roots = {root_around(os.path.realpath(path)): set[str]() for path in paths if os.path.exists(path)}
    places = {}
    for report in run.reports:
        if report.results:
            real = os.path.realpath(report.path)
            root = root_around(real)
            places[report.path] = root, os.path.relpath(real, root).replace(os.sep, "/")
            roots.setdefault(root, set()).add(places[report.path][1])
    changes = {
        root: git.changes_since(ref, root, sorted(path for path in found if not path.endswith(SUFFIXES)))
        for root, found in roots.items()
    }
    reports = []
    for report in run.reports:
        if report.results:
            root, path = places[report.path]
            lines = _lines_of_python(report.path, changes[root].lines_of(path))
            marked = [result._replace(is_changed=overlap(lines, *result.lines)) for result in report.results]
            report = report._replace(results=marked)
        reports.append(report)
    return run._replace(reports=reports)


def _lines_of_python(path: str, lines: Lines) -> Lines:
    """The same lines as Python counts them: a carriage return alone ends a line, for git it does not."""
    if not lines:
        return lines
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return ALL
    return ALL if b"\r" in data.replace(b"\r\n", b"\n") else lines
