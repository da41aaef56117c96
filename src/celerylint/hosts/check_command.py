"""`celerylint check`: what the options ask for, and the report."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.hosts.cli import FAILED, FOUND, complain, say
from celerylint.hosts.outputs import STDOUT, Output, outputs_of, write
from celerylint.linter.kept import default_folder
from celerylint.linter.result import BASELINE_FILE
from celerylint.linter.runs import KeptRuns, Run

if TYPE_CHECKING:
    from celerylint.core.rule import Finding
    from celerylint.linter.baseline import Known

STDIN = "-"
_FAILING = {"error": ("error",), "warning": ("error", "warning"), "note": ("error", "warning", "note")}
_ENTRIES_SHOWN = 10


class Request(NamedTuple):
    """What the options of `check` say about settings and rules; goes to every process."""

    config: str | None
    isolated: bool
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    conventions: tuple[str, ...]
    exclude: tuple[str, ...]
    force_exclude: bool = False
    cache: str = ""
    """The folder of the cache; empty for none."""


def run(options: argparse.Namespace, *, needs_baseline: bool = False) -> int:
    """Check files, write the report, return the exit code."""
    request = check_request(options)
    outputs = outputs_of(options.output_format, options.output)
    if options.diff:
        outputs = [output for output in outputs if output.path != STDOUT]
    run, kept = found_in(options, request)
    judged = _judged(run, options, request, needs_baseline=needs_baseline)
    if options.add_noqa:
        from celerylint.hosts.add_noqa import add_noqa

        return add_noqa(judged.run, options.reason or "", request, quiet=options.quiet)
    if not (options.fix or options.diff):
        return _report(judged, outputs, options, request, kept)
    from celerylint.hosts.fixes import fix_all

    run, diffs = fix_all(judged.run, request, options)
    judged = _judged(run, options, request) if options.fix else judged._replace(run=run)
    return _report(judged, outputs, options, request, kept, "".join(diffs))


def found_in(options: argparse.Namespace, request: Request) -> tuple[Run, KeptRuns]:
    """What there is under the paths, and where that is kept. Raises SettingsError."""
    paths = options.paths or ["."]
    if STDIN in paths and paths != [STDIN]:
        raise SettingsError("standard input (-) cannot be checked together with other paths")
    kept = KeptRuns("" if paths == [STDIN] else request.cache, paths, request._replace(cache=""))
    return kept.get() or _new_run(paths, options, request, kept), kept


def _new_run(paths: list[str], options: argparse.Namespace, request: Request, kept: KeptRuns) -> Run:
    from celerylint.hosts.check_files import check_paths, check_stdin  # not for a run that is kept

    if paths == [STDIN]:
        return check_stdin(options.stdin_filename or "stdin", request)
    run, seen = check_paths(paths, request, options.jobs, kept)
    kept.put(run, seen)
    return run


class Judged(NamedTuple):
    """A run, each finding with whether it counts; the entries of baselines that match nothing any more, and those whose
    day is over, by the path of the baseline as it is shown."""

    run: Run
    gone: Sequence[tuple[str, Known]] = ()
    expired: Sequence[tuple[str, Known]] = ()


def _judged(run: Run, options: argparse.Namespace, request: Request, *, needs_baseline: bool = False) -> Judged:
    """What counts of a run is decided each time: what a kept run holds is what was found. Raises SettingsError."""
    paths = options.paths or ["."]
    if options.since is not None:
        from celerylint.hosts.changes import mark

        run = mark(run, options.since, paths)
    if options.no_baseline:
        return Judged(run)
    places = [] if options.isolated else [os.path.join(root, BASELINE_FILE) for root in run.roots]
    if options.baseline is None and not any(map(os.path.lexists, places)):
        if needs_baseline:
            raise SettingsError(f"no {BASELINE_FILE} for what was checked; `celerylint baseline create` makes one")
        return Judged(run)
    from celerylint.hosts.baselines import judge

    return judge(run, options.baseline, [] if paths == [STDIN] else paths, request)


def check_request(options: argparse.Namespace) -> Request:
    """What the options of `check` say of settings, rules and files. Raises SettingsError for options that exclude each
    other."""
    if options.fix and options.diff:
        raise SettingsError("--fix and --diff exclude each other")
    if options.fix and options.paths == [STDIN]:
        raise SettingsError("standard input (-) cannot be fixed; --diff shows what there is to fix")
    if options.add_noqa and (options.fix or options.diff or options.paths == [STDIN]):
        raise SettingsError("--add-noqa excludes --fix, --diff and standard input (-)")
    if options.reason is not None and not options.add_noqa:
        raise SettingsError("--reason is written into comments: it needs --add-noqa")
    if options.reason is not None and not (options.reason.strip() and options.reason.isprintable()):
        raise SettingsError("--reason: expected a line of text")
    if options.no_baseline and (options.baseline is not None or options.strict_baseline):
        raise SettingsError("--no-baseline excludes --baseline and --strict-baseline")
    if options.since is not None and options.paths == [STDIN]:
        raise SettingsError("--since compares files on the disk: it cannot be used with standard input (-)")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise SettingsError("--unsafe-fixes says which fixes: it needs --fix or --diff")
    cache = "" if options.no_cache else default_folder() if options.cache_dir is None else options.cache_dir
    return request_of(options)._replace(exclude=options.exclude or (), force_exclude=options.force_exclude, cache=cache)


def request_of(options: argparse.Namespace) -> Request:
    """What the options about rules and settings files ask for. Raises SettingsError."""
    if options.config and options.isolated:
        raise SettingsError("--config and --isolated exclude each other")
    return Request(
        options.config,
        options.isolated,
        options.select,
        options.extend_select or (),
        options.ignore or (),
        options.profile,
        options.conventions or (),
        (),
    )


def _report(
    judged: Judged, outputs: list[Output], options: argparse.Namespace, request: Request, kept: KeptRuns, diff: str = ""
) -> int:
    """Say what was found and what went wrong; the exit code."""
    run = judged.run
    findings = [(report.path, finding) for report in run.reports for finding in report.findings]
    errors = [f"{report.path}{error}" for report in run.reports for error in report.errors]
    for error in errors:
        complain(error)
    is_written = write(outputs, run.reports, request)
    if options.diff:
        say(diff)
    if options.verbose:
        _describe(run, kept.failure or _failure_of_tables(request))
    if options.statistics:
        _count(finding for _, finding in findings)
    if not options.quiet or (options.strict_baseline and judged.gone):
        say_entries(judged, all_of_them=options.verbose)
    if not options.quiet:
        files = len({path for path, _ in findings})
        found = f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} of {run.checked} files"
        complain(found + _left_alone(run, options))
    if errors or not is_written:
        return FAILED
    fails = any(finding.severity.value in _FAILING[options.fail_on] for _, finding in findings)
    return FOUND if (fails or (options.strict_baseline and judged.gone)) and not options.exit_zero else 0


def say_entries(judged: Judged, *, all_of_them: bool) -> None:
    """What is to be said of the entries of baselines."""
    for path, entry in judged.expired:
        complain(f"{path}: {entry}: expired on {entry.expires}{f' ({entry.reason})' if entry.reason else ''}")
    for path in dict.fromkeys(path for path, _ in judged.gone):
        entries = [entry for place, entry in judged.gone if place == path]
        shown = entries if all_of_them else entries[:_ENTRIES_SHOWN]
        for entry in shown:
            complain(f"{path}: {entry}: matches nothing any more")
        if len(entries) > len(shown):
            complain(f"{path}: {len(entries) - len(shown)} more entries match nothing any more (--verbose names them)")
        complain(f"{path}: `celerylint baseline update --prune` drops what matches nothing any more")


def _left_alone(run: Run, options: argparse.Namespace) -> str:
    results = [result for report in run.reports for result in report.results]
    held = sum(each.suppression is not None and each.suppression.kind == "external" for each in results)
    elsewhere = sum(each.suppression is None and each.is_changed is False for each in results)
    return (f"; {held} in the baseline" if held else "") + (
        f"; {elsewhere} on lines unchanged since {options.since}" if elsewhere else ""
    )


def _describe(run: Run, failure: str | None) -> None:
    from celerylint.linter.files import shown

    for path in run.settings:
        complain(f"settings: {path}")
    for path, why in sorted((shown(path), why) for why, paths in run.skipped.items() for path in paths):
        complain(f"{path}: skipped: {why}")
    if failure:
        complain(f"cache: {failure}")


def _failure_of_tables(request: Request) -> str | None:
    from celerylint.linter.tables import tables_in

    return tables_in(request.cache).failure


def _count(findings: Iterable[Finding]) -> None:
    for (code, name), number in sorted(Counter((finding.code, finding.name) for finding in findings).items()):
        complain(f"{number:>6} {code} {name}")
