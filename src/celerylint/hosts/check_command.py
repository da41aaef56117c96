"""`celerylint check`: what the options ask for, and the report."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.hosts.cli import FAILED, FOUND, complain, say
from celerylint.hosts.outputs import STDOUT, Output, outputs_of, write
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
    outputs = outputs_of(options.output_format, options.output)
    if options.diff:
        outputs = [output for output in outputs if output.path != STDOUT]
    paths = options.paths or ["."]
    if STDIN in paths and paths != [STDIN]:
        raise SettingsError("standard input (-) cannot be checked together with other paths")
    collecting = gc.isenabled()
    gc.disable()  # trees are no rings: they go by themselves
    try:
        kept = KeptRuns("" if paths == [STDIN] else request.cache, paths, request._replace(cache=""))
        run = kept.get() or _new_run(paths, options, request, kept)
        if not (options.fix or options.diff):
            return _report(run, outputs, options, request, kept)
        from celerylint.hosts.fixes import fix_all

        run, diffs = fix_all(run, request, options)
        return _report(run, outputs, options, request, kept, "".join(diffs))
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
    if options.config and options.isolated:
        raise SettingsError("--config and --isolated exclude each other")
    if options.fix and options.diff:
        raise SettingsError("--fix and --diff exclude each other")
    if options.fix and options.paths == [STDIN]:
        raise SettingsError("standard input (-) cannot be fixed; --diff shows what there is to fix")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise SettingsError("--unsafe-fixes says which fixes: it needs --fix or --diff")
    return Request(
        options.config,
        options.isolated,
        options.select,
        options.extend_select or (),
        options.ignore or (),
        options.profile,
        options.conventions or (),
        options.exclude or (),
        options.force_exclude,
        "" if options.no_cache else default_folder() if options.cache_dir is None else options.cache_dir,
    )


def _report(
    run: Run, outputs: list[Output], options: argparse.Namespace, request: Request, kept: KeptRuns, diff: str = ""
) -> int:
    """Say what was found and what went wrong; the exit code."""
    findings = [(report.path, finding) for report in run.reports for finding in report.findings]
    errors = [f"{report.path}{error}" for report in run.reports for error in report.errors]
    for error in errors:
        complain(error)
    is_written = write(outputs, run.reports, request)
    if options.diff:
        say(diff)
    if options.verbose:
        _describe(run, kept.failure or _failure_of_summaries(request))
    if options.statistics:
        _count(finding for _, finding in findings)
    if not options.quiet:
        files = len({path for path, _ in findings})
        complain(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} of {run.checked} files")
    if errors or not is_written:
        return FAILED
    return FOUND if findings and not options.exit_zero else 0


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
