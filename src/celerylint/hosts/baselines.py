"""The baselines of a run: which findings they hold, and which entries hold nothing any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.hosts.check_command import Judged, Request
from celerylint.linter.baseline import Known, match, read, today
from celerylint.linter.catalogue import entry_named
from celerylint.linter.files import EXCLUDED, LEFT_OUT, shown
from celerylint.linter.result import BASELINE_FILE, Result, Suppression
from celerylint.linter.runs import Run


class Baseline(NamedTuple):
    """One file of a run: its path, its text and entries (None if there is no file yet) and the findings that it speaks
    for, by the number of the report and of the result, with the path relative to its folder."""

    path: str
    text: str | None
    known: list[Known] | None
    found: list[tuple[int, int, str, Result]]


class Matched(NamedTuple):
    """What a baseline says of its findings: for each the number of the entry that holds it, and how many more each
    entry would hold."""

    baseline: Baseline
    matches: list[int | None]
    left: list[int]

    @property
    def known(self) -> list[Known]:
        """The entries."""
        return self.baseline.known or []


class Coverage:
    """What a run looked at, and what it could not."""

    def __init__(self, run: Run, paths: Iterable[str], request: Request) -> None:
        self._paths = {os.path.abspath(path) for path in paths}
        reasons = (EXCLUDED, ".gitignore")
        self._skipped = {os.path.abspath(path) for why in reasons for path in run.skipped.get(why, ())}
        self._failed = {os.path.abspath(report.path) for report in run.reports if report.errors}
        self._request = request

    def covers(self, path: str) -> bool:
        """Whether the run was asked about a path."""
        return path in self._paths or not self._paths.isdisjoint(_folders(path))

    def judges(self, path: str, code: str) -> bool:
        """Whether a rule would have found something in a file, were it there: both have been looked at."""
        if path in self._failed or not self.covers(path):
            return False
        from celerylint.hosts.check_files import is_on

        if entry_named(code) and not is_on(code, path, self._request):
            return False
        if path in self._paths:
            return True
        folders = list(_folders(path))
        return self._skipped.isdisjoint([path, *folders]) and not any(
            os.path.basename(each) in LEFT_OUT for each in folders if self.covers(each) and each not in self._paths
        )


def judge(run: Run, chosen: str | None, paths: list[str], request: Request) -> Judged:
    """What the baselines say of a run over some paths. Raises SettingsError for one that is broken or not there."""
    every = baselines(run, chosen)
    if chosen is not None and every[0].known is None:
        raise SettingsError(f"{chosen}: no such baseline; `celerylint baseline create` makes one")
    coverage = Coverage(run, paths, request)
    all_matched = [matched(each, coverage) for each in every]
    return Judged(
        _applied(run, all_matched),
        [(shown(each.baseline.path), entry) for each in all_matched for entry in lost(each, coverage).values()],
        [(shown(each.baseline.path), entry) for each in all_matched for entry in _expired(each)],
    )


def baselines(run: Run, chosen: str | None) -> list[Baseline]:
    """The baselines that hold for a run: the one that was chosen, or that of each root. Raises SettingsError for one
    that is broken."""
    roots = (os.path.join(root, BASELINE_FILE) for root in run.roots)
    places = list(roots) if chosen is None else [os.path.abspath(chosen)]
    known = {}
    for place in places:
        text, entries = read(place) or (None, None)
        known[place] = Baseline(place, text, entries, [])
    for number, report in enumerate(run.reports):
        place = places[0] if chosen is not None else os.path.join(report.root, BASELINE_FILE)
        if place not in known:  # nothing was found there
            continue
        path = relative(report.path, place)
        for index, result in enumerate(report.results):
            if result.suppression is None or result.suppression.kind == "external":
                known[place].found.append((number, index, path, result))
    return list(known.values())


def matched(baseline: Baseline, coverage: Coverage) -> Matched:
    """Which entry of a baseline holds which finding. An entry may hold a finding of another file if its own file is
    gone, or has been checked and has it no more."""
    folder = os.path.dirname(baseline.path)

    def may_have_moved(entry: Known) -> bool:
        path = os.path.normpath(os.path.join(folder, entry.path))
        return not os.path.exists(path) or coverage.judges(path, entry.code)

    found = [(path, result.identity) for _, _, path, result in baseline.found]
    return Matched(baseline, *match(found, baseline.known or [], may_have_moved, today()))


def lost(matched: Matched, coverage: Coverage) -> dict[int, Known]:
    """The entries that hold nothing any more, by their number, each with the count that is missing. Of what was not
    looked at, nothing is known: it is not lost."""
    folder = os.path.dirname(matched.baseline.path)
    found = {}
    for number, (entry, left) in enumerate(zip(matched.known, matched.left, strict=True)):
        path = os.path.normpath(os.path.join(folder, entry.path))
        if left and coverage.covers(path) and (not os.path.exists(path) or coverage.judges(path, entry.code)):
            found[number] = entry._replace(count=left)
    return found


def _expired(matched: Matched) -> list[Known]:
    """The entries that would hold something, were their day not over."""
    now, numbers = today(), {number for number in matched.matches if number is not None}
    return [entry for number, entry in enumerate(matched.known) if number in numbers and entry.has_expired(now)]


def _applied(run: Run, every: Iterable[Matched]) -> Run:
    """The run, each result with what its baseline says of it."""
    now = today()
    results = [list(report.results) for report in run.reports]
    for each in every:
        if each.baseline.known is None:
            continue
        for (number, index, _, result), entry in zip(each.baseline.found, each.matches, strict=True):
            holder = None if entry is None else each.known[entry]
            held = holder is not None and not holder.has_expired(now)
            results[number][index] = result._replace(
                suppression=Suppression("external", holder.reason) if holder and held else None,
                baseline="unchanged" if holder else "new",
            )
    reports = [report._replace(results=own) for report, own in zip(run.reports, results, strict=True)]
    return run._replace(reports=reports)


def relative(path: str, place: str) -> str:
    """A path as the baseline in a place writes it."""
    return os.path.relpath(os.path.abspath(path), os.path.dirname(place)).replace(os.sep, "/")


def _folders(path: str) -> Iterator[str]:
    while (above := os.path.dirname(path)) != path:
        yield above
        path = above
