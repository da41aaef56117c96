"""What the last run over the same paths gave, for as long as nothing that it looked at has changed.

Findings of one file may depend on others, so a run is kept whole or not at all: one JSON file for each working
directory, paths and options. It is believed only if every part is as a run writes it, and if all files and folders
that the run looked at have the versions on record.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import celerylint
from celerylint.core.rule import Finding, Fix, Severity
from celerylint.core.span import Span
from celerylint.linter import kept
from celerylint.linter.result import Identity, Result, Suppression
from celerylint.linter.versions import Seen, are_as_they_were

FORMAT = 3
_LARGEST = 64_000_000
_PLACES = 256
"""So many runs are kept at most: paths that a hook names are others each time."""

Value = TypeVar("Value")


class Report(NamedTuple):
    """What became of one file. `errors` are lines without the path. A report that is `passing` may be another the next
    time, though nothing changes that anybody looks at."""

    path: str
    results: list[Result]
    errors: list[str]
    note: str = ""
    passing: bool = False
    data: bytes | None = None
    """What standard input gave."""
    ignored: frozenset[str] = frozenset()
    """The codes of what was found and is ignored by `per-file-ignores`, if that was asked for."""
    root: str = ""
    """The folder of its settings, or what stands for it: there its baseline is."""

    @property
    def findings(self) -> list[Finding]:
        """The findings that count."""
        return [result.finding for result in self.results if result.is_reported]


class Run(NamedTuple):
    """What became of all files: the reports that say something, sorted, with paths as they are shown; the number of
    files; the paths that were left out or not searched, by the reason; the settings files that hold; and the roots of
    all files."""

    reports: list[Report]
    checked: int
    skipped: dict[str, list[str]]
    settings: list[str]
    roots: list[str]


class KeptRuns:
    """Where the run over some paths is kept in the folder of a cache; an empty folder keeps none. `key` is whatever
    else decides what a run gives. `failure` says why nothing can be kept, if nothing can."""

    def __init__(self, folder: str, paths: list[str], key: Sequence[object]) -> None:
        self.failure: str | None = None
        self._place = ""
        if not folder:
            return
        from binascii import crc32

        self._key = repr((_tool(os.path.dirname(celerylint.__file__)), os.getcwd(), paths, tuple(key)))
        self._paths = [os.path.abspath(path) for path in paths]
        number = crc32(self._key.encode(errors="replace")) % _PLACES
        self._place = os.path.join(os.path.abspath(folder), f"runs-{FORMAT}", f"{number:03}.json")

    def get(self) -> Run | None:
        """The run, if it would give the same again."""
        if not self._place:
            return None
        try:
            data = kept.read(self._place, _LARGEST)
            if data is None:
                return None
            import json  # only where there is something to read or to write

            entry = json.loads(data)
            return self._run(entry) if entry.get("key") == self._key else None
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            self.failure = f"{self._place}: {kept.cause_of(error)}"
            return None

    def _run(self, entry: dict[str, Any]) -> Run | None:
        folders, names, files = entry["folders"], entry["names"], entry["files"]
        for path in self._paths:
            if path not in folders and path not in files and os.path.dirname(path) not in folders:
                raise ValueError(f"nothing about {path}")
        if not are_as_they_were(folders, names, files):
            return None
        return Run(
            [_report(*row) for row in entry["reports"]],
            _checked(entry["checked"], int),
            {why: _checked(paths, str).split("\0") for why, paths in entry["skipped"].items()},
            [_checked(path, str) for path in entry["settings"]],
            [_checked(path, str) for path in entry["roots"]],
        )

    def put(self, run: Run, seen: Seen) -> None:
        """Keep a run, if what it looked at is settled and it would give the same again."""
        seen.trim()
        if not self._place or not seen.is_settled or any(report.passing for report in run.reports):
            return
        import json

        entry = {
            "key": self._key,
            "folders": seen.folders,
            "names": seen.names,
            "files": seen.files,
            "reports": [
                (report.path, report.root, list(map(_row, report.results)), report.errors) for report in run.reports
            ],
            "checked": run.checked,
            "skipped": {why: "\0".join(paths) for why, paths in run.skipped.items()},
            "settings": run.settings,
            "roots": run.roots,
        }
        try:
            kept.write(self._place, json.dumps(entry, separators=(",", ":")))
        except (OSError, ValueError) as error:
            self.failure = self.failure or f"{self._place}: {kept.cause_of(error)}"


def _tool(package: str) -> str:
    """What checks: the version of the tool and of the parser that it uses. The files of a tool that somebody works on
    change without another version."""
    newest = 0.0
    if os.path.basename(os.path.dirname(package)) not in ("site-packages", "dist-packages"):
        for folder, _, names in os.walk(package):
            times = (os.stat(os.path.join(folder, name)).st_mtime for name in names if name.endswith(".py"))
            newest = max(newest, *times, 0.0)
    return f"{celerylint.__version__} {newest} {sys.version}"


def _row(result: Result) -> list[object]:
    finding, identity, suppression = result.finding, result.identity, result.suppression
    about = finding.code, finding.name, finding.severity.value, finding.message, finding.fix.value
    known = identity.scope, identity.text, identity.occurrence
    return [*finding.span, *about, *known, *result.lines, suppression and list(suppression)]


def _report(path: object, root: object, results: list[list[object]], errors: list[object]) -> Report:
    name = _checked(path, str)
    found = [_result(name, *row) for row in results]
    return Report(name, found, [_checked(each, str) for each in errors], root=_checked(root, str))


def _result(path: str, *row: object) -> Result:
    *place, code, name, severity, message, fix, scope, text, occurrence, first, last, suppression = row
    line, column, end_line, end_column = (_checked(number, int) for number in place)
    span = Span(line, column, end_line, end_column)
    about = _checked(code, str), _checked(name, str), Severity(severity), _checked(message, str)
    finding = Finding(span, *about, None, Fix(fix))  # how it is mended, a new look at the file says
    identity = Identity(finding.code, _checked(scope, str), _checked(text, str), _checked(occurrence, int))
    return Result(path, finding, identity, (_checked(first, int), _checked(last, int)), _suppression(suppression))


def _suppression(row: object) -> Suppression | None:
    if row is None:
        return None
    kind, justification = _checked(row, list)
    if kind != "inSource":
        raise ValueError(f"{kind!r:.40} is no kind of a suppression that is kept")
    return Suppression(kind, _checked(justification, str))


def _checked(value: object, kind: type[Value]) -> Value:
    """The value, which is of this kind. Raises TypeError."""
    if type(value) is not kind:
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value
