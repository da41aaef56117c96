"""What the last run over the same paths gave, for as long as nothing that it looked at has changed.

A run is one JSON file for each working directory, paths and options. It is believed only if every part is as a run
writes it: whole, if all files and folders that the run looked at have the versions on record, else in part (`known`).
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

FORMAT = 4
_LARGEST = 64_000_000
_PLACES = 256
"""So many runs are kept at most: paths that a hook names are others each time."""

NO_WORD = "no word of Celery"
"""The note on a file that was left after one look at its bytes."""

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
    look: str = ""
    """The name of the look that it comes from; empty if no other file was asked for."""

    @property
    def findings(self) -> list[Finding]:
        """The findings that count."""
        return [result.finding for result in self.results if result.is_reported]


class Run(NamedTuple):
    """What became of all files: the reports that say something, sorted, with paths as they are shown; the number of
    files; the paths that were left out or not searched, by the reason; the settings files that hold; the roots of all
    files; and the reports that say nothing, of files with a word of Celery."""

    reports: list[Report]
    checked: int
    skipped: dict[str, list[str]]
    settings: list[str]
    roots: list[str]
    silent: Sequence[Report] = ()


class KeptRuns:
    """Where the run over some paths is kept in the folder of a cache; an empty folder keeps none. `key` is whatever
    else decides what a run gives. `failure` says why nothing can be kept, if nothing can."""

    def __init__(self, folder: str, paths: list[str], key: Sequence[object]) -> None:
        self.failure: str | None = None
        self._folder = folder
        self._entry: dict[str, Any] = {}
        """What is kept, if it is ours."""
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
            if entry.get("key") != self._key:
                return None
            run = self._run(entry)
            self._entry = entry
            return run
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            self.failure = f"{self._place}: {kept.cause_of(error)}"
            return None

    def _run(self, entry: dict[str, Any]) -> Run | None:
        folders, names, files = entry["folders"], entry["names"], entry["files"]
        for path in self._paths:
            if path not in folders and path not in files and os.path.dirname(path) not in folders:
                raise ValueError(f"nothing about {path}")
        if not are_as_they_were(folders, names, files) or not _is_deployed(entry["deployed"]):
            return None
        return Run(
            [report_of(*row) for *row, _ in entry["reports"]],
            checked(entry["checked"], int),
            {why: checked(paths, str).split("\0") for why, paths in entry["skipped"].items()},
            [checked(path, str) for path in entry["settings"]],
            [checked(path, str) for path in entry["roots"]],
        )

    def still(self, seen: Seen) -> dict[str, Report]:
        """The reports of the last run that would be the same again, by absolute paths. `seen` has been told of the
        folders with the files, and is told what these reports come from."""
        try:
            if not self._entry:
                return {}
            from celerylint.linter.known import known_reports  # only after an edit

            return known_reports(self._entry, self._folder, seen)
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            self.failure = f"{self._place}: {kept.cause_of(error)}"
            return {}

    def put(self, run: Run, seen: Seen) -> None:
        """Keep a run, if what it looked at is settled and it would give the same again."""
        reports = *run.reports, *run.silent
        looks = {name: seen.looks[name] for name in dict.fromkeys(each.look for each in reports) if name}
        seen.looks = looks
        seen.trim()
        if not self._place or not seen.is_settled or any(report.passing for report in run.reports):
            return
        import json

        places = {name: place for place, name in enumerate(["", *looks])}
        entry = {
            "key": self._key,
            "folders": seen.folders,
            "names": seen.names,
            "files": seen.files,
            "deployed": seen.deployed,
            "looks": [(sorted(look.read), list(look.answers.items())) for look in looks.values()],
            "reports": [_row_of(report, places) for report in run.reports],
            "silent": [_row_of(report, places) for report in run.silent],
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


def _is_deployed(texts: dict[str, Any]) -> bool:
    """Whether the files that may start workers are as they were."""
    if not texts:
        return True
    from celerylint.linter.deployment import deployed

    return all(deployed(root) == text for root, text in texts.items())


def _row_of(report: Report, places: dict[str, int]) -> list[object]:
    rows = list(map(_row, report.results))
    return [report.path, report.root, rows, report.errors, report.note, sorted(report.ignored), places[report.look]]


def _row(result: Result) -> list[object]:
    finding, identity, suppression = result.finding, result.identity, result.suppression
    about = finding.code, finding.name, finding.severity.value, finding.message, finding.fix.value
    known = identity.scope, identity.text, identity.occurrence
    return [*finding.span, *about, *known, *result.lines, suppression and list(suppression)]


def report_of(
    path: object, root: object, results: list[Any], errors: list[Any], note: object, ignored: list[Any]
) -> Report:
    """A report that was kept, without its look. Raises TypeError and ValueError for what is none."""
    name = checked(path, str)
    found = [_result(name, *row) for row in results]
    said = [checked(each, str) for each in errors]
    codes = frozenset(checked(code, str) for code in ignored)
    return Report(name, found, said, checked(note, str), ignored=codes, root=checked(root, str))


def _result(path: str, *row: object) -> Result:
    *place, code, name, severity, message, fix, scope, text, occurrence, first, last, suppression = row
    line, column, end_line, end_column = (checked(number, int) for number in place)
    span = Span(line, column, end_line, end_column)
    about = checked(code, str), checked(name, str), Severity(severity), checked(message, str)
    finding = Finding(span, *about, None, Fix(fix))  # how it is mended, a new look at the file says
    identity = Identity(finding.code, checked(scope, str), checked(text, str), checked(occurrence, int))
    return Result(path, finding, identity, (checked(first, int), checked(last, int)), _suppression(suppression))


def _suppression(row: object) -> Suppression | None:
    if row is None:
        return None
    kind, justification = checked(row, list)
    if kind != "inSource":
        raise ValueError(f"{kind!r:.40} is no kind of a suppression that is kept")
    return Suppression(kind, checked(justification, str))


def checked(value: object, kind: type[Value]) -> Value:
    """The value, which is of this kind. Raises TypeError."""
    if type(value) is not kind:
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value
