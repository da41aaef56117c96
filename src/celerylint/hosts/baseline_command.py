"""`celerylint baseline`: the file of findings that are left alone for now, made and kept up to date."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from celerylint.core.settings import SettingsError
from celerylint.hosts.baselines import Coverage, Matched, baselines, lost, matched
from celerylint.hosts.check_command import STDIN, check_request, found_in, run
from celerylint.hosts.cli import FAILED, check_options, complain
from celerylint.linter.baseline import Known, collected, render, write
from celerylint.linter.files import shown
from celerylint.linter.result import BASELINE_FILE


def run_baseline(given: argparse.Namespace) -> int:
    """Make, change or judge the baselines of what is under the paths; the exit code. Raises SettingsError."""
    options = argparse.Namespace(**{**vars(check_options()), **vars(given)})
    if STDIN in options.paths:
        raise SettingsError("standard input (-) has no baseline")
    if options.isolated and options.baseline is None:
        raise SettingsError("--isolated uses no baseline but one that --baseline names")
    if options.action == "check":
        options.strict_baseline = True
        return run(options, needs_baseline=True)
    request = check_request(options)
    found, _ = found_in(options, request)
    every = baselines(found, options.baseline)
    for each in every:
        if options.action == "create" and each.known is not None:
            name = shown(each.path)
            raise SettingsError(f"{name}: is there; `celerylint baseline update` keeps its reasons and dates")
    coverage = Coverage(found, options.paths or ["."], request)
    is_pruned = options.action == "update" and options.prune
    texts = [_write(matched(each, coverage), coverage, is_pruned) for each in every if each.found or each.known]
    errors = [f"{report.path}{error}" for report in found.reports for error in report.errors]
    for error in errors:
        complain(error)
    if not options.quiet:
        for text in texts or [f"{options.baseline or BASELINE_FILE}: nothing was found, nothing is written"]:
            complain(text)
    return FAILED if errors else 0


def _write(matched: Matched, coverage: Coverage, is_pruned: bool) -> str:
    """Bring a baseline up to date; what became of it, in a line. Raises SettingsError."""
    before, dropped = matched.known, lost(matched, coverage)
    added = [] if is_pruned else list(_added(matched))
    after = collected([*_kept(matched), *_unseen(matched, dropped), *added])
    text, path = render(after), shown(matched.baseline.path)
    if matched.baseline.known is None or text != matched.baseline.text:
        write(matched.baseline.path, text)
    number = sum(entry.count for entry in after)
    said = f"{path}: {number} finding{'s' * (number != 1)}"
    if matched.baseline.known is None:
        return said
    moved = sum(before[holder].path != path for path, holder in _holders(matched))
    numbers = {"added": len(added), "dropped": sum(each.count for each in dropped.values()), "moved": moved}
    return f"{said}: {', '.join(f'{count} {what}' for what, count in numbers.items() if count) or 'as before'}"


def _holders(matched: Matched) -> Iterator[tuple[str, int]]:
    for (_, _, path, _), number in zip(matched.baseline.found, matched.matches, strict=True):
        if number is not None:
            yield path, number


def _kept(matched: Matched) -> Iterator[Known]:
    """What holds something, where it holds it now."""
    for path, number in _holders(matched):
        yield matched.known[number]._replace(path=path, count=1)


def _unseen(matched: Matched, dropped: dict[int, Known]) -> Iterator[Known]:
    """What holds nothing, but was not looked at either."""
    for number, (entry, left) in enumerate(zip(matched.known, matched.left, strict=True)):
        if number not in dropped:
            yield entry._replace(count=left)


def _added(matched: Matched) -> Iterator[Known]:
    for (_, _, path, result), number in zip(matched.baseline.found, matched.matches, strict=True):
        if number is None:
            yield Known(path, result.identity.code, result.identity.scope, result.identity.text)
