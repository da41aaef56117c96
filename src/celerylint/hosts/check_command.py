"""`celerylint check`: what the options ask for, and the report."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.hosts.cli import FAILED, FOUND, complain, say
from celerylint.linter.kept import default_folder
from celerylint.linter.runs import KeptRuns, Run

if TYPE_CHECKING:
    from celerylint.core.rule import Finding

STDIN = "-"


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


def run(options: argparse.Namespace) -> int:
    """Check files, write the report, return the exit code."""
    request = _request(options)
    paths = options.paths or ["."]
    if STDIN in paths and paths != [STDIN]:
        raise SettingsError("standard input (-) cannot be checked together with other paths")
    collecting = gc.isenabled()
    gc.disable()  # trees are no rings: they go by themselves
    try:
        kept = KeptRuns("" if paths == [STDIN] else request.cache, paths, request._replace(cache=""))
        run = kept.get() or _new_run(paths, options, request, kept)
        if not (options.fix or options.diff):
            return _report(run, options, request, kept)
        from celerylint.hosts.fixes import fix_all

        run, diffs = fix_all(run, request, options)
        return _report(run, options, request, kept, "".join(diffs))
    finally:
        if collecting:
            gc.enable()


def _new_run(paths: list[str], options: argparse.Namespace, request: Request, kept: KeptRuns) -> Run:
    from celerylint.hosts.check_files import check_paths, check_stdin  # not for a run that is kept

    if paths == [STDIN]:
        return check_stdin(options.stdin_filename or "stdin", request)
    run, seen = check_paths(paths, request, options.jobs)
    kept.put(run, seen)
    return run


def _request(options: argparse.Namespace) -> Request:
    if options.fix and options.diff:
        raise SettingsError("--fix and --diff exclude each other")
    if options.fix and options.paths == [STDIN]:
        raise SettingsError("standard input (-) cannot be fixed; --diff shows what there is to fix")
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


def _report(run: Run, options: argparse.Namespace, request: Request, kept: KeptRuns, diff: str = "") -> int:
    """Say what was found and what went wrong; the exit code."""
    findings = [(report.path, finding) for report in run.reports for finding in report.findings]
    errors = [f"{report.path}{error}" for report in run.reports for error in report.errors]
    for error in errors:
        complain(error)
    if options.diff:
        say(diff)
    else:
        _write(run, findings, request, options.output_format)
    if options.verbose:
        _describe(run, kept.failure or _failure_of_summaries(request))
    if options.statistics:
        _count(finding for _, finding in findings)
    if not options.quiet:
        files = len({path for path, _ in findings})
        complain(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} of {run.checked} files")
    if errors:
        return FAILED
    return FOUND if findings and not options.exit_zero else 0


def _write(run: Run, findings: list[tuple[str, Finding]], request: Request, output_format: str) -> None:
    if output_format == "json":
        from celerylint.reporting import json

        edits: json.Edits = {}
        if any(finding.fix.value != "none" for _, finding in findings):
            from celerylint.hosts.fixes import all_edits

            edits = all_edits(run.reports, request)
        say(json.render(findings, edits))
    else:
        from celerylint.reporting import text

        plain = sys.stdout is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        say(text.render(findings, colour=not plain and sys.stdout.isatty()))


def _describe(run: Run, failure: str | None) -> None:
    from celerylint.linter.files import shown

    for path in run.settings:
        complain(f"settings: {path}")
    for path, why in sorted((shown(path), why) for why, paths in run.skipped.items() for path in paths):
        complain(f"{path}: skipped: {why}")
    if failure:
        complain(f"cache: {failure}")


def _failure_of_summaries(request: Request) -> str | None:
    from celerylint.linter.summaries import cache_in

    return cache_in(request.cache).failure


def _count(findings: Iterable[Finding]) -> None:
    for (code, name), number in sorted(Counter((finding.code, finding.name) for finding in findings).items()):
        complain(f"{number:>6} {code} {name}")
