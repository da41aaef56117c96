"""`celerylint check`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from celerylint.core.rule import Finding
from celerylint.core.settings import PACKS, Settings, SettingsError
from celerylint.hosts.cli import FAILED, FOUND, complain
from celerylint.hosts.config_file import Config, choice_of, config_for, default_config, read_config
from celerylint.linter.check import check, matches_glob, may_concern_bytes, rules_for
from celerylint.linter.files import cause_of, discover, shown
from celerylint.linter.selection import check_selectors
from celerylint.linter.suppress import unsuppressed
from celerylint.syntax.source import SourceError, decode, parse

STDIN = "-"
_PARALLEL_FROM = 400
_CHUNK = 64
_PROGRESS_AFTER = 0.5


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


class Report(NamedTuple):
    """What became of one file. `errors` are lines without the path."""

    path: str
    findings: list[Finding]
    errors: list[str]
    note: str = ""


def run(options: argparse.Namespace) -> int:
    """Check files, write the report, return the exit code."""
    request = _request(options)
    paths = options.paths or ["."]
    if STDIN in paths and paths != [STDIN]:
        raise SettingsError("standard input (-) cannot be checked together with other paths")
    reports = (
        [_stdin_report(options.stdin_filename, request)] if paths == [STDIN] else _check_all(paths, options, request)
    )
    reports.sort(key=lambda report: report.path)
    findings = [(report.path, finding) for report in reports for finding in report.findings]
    errors = [(report.path, error) for report in reports for error in report.errors]
    for path, error in errors:
        complain(f"{path}{error}")
    _write(findings, options.output_format)
    if options.verbose:
        _describe(reports, request)
    if options.statistics:
        _count(finding for _, finding in findings)
    if not options.quiet:
        files = len({path for path, _ in findings})
        complain(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} of {len(reports)} files")
    if errors:
        return FAILED
    return FOUND if findings and not options.exit_zero else 0


def _request(options: argparse.Namespace) -> Request:
    """Check what the options say before anything is read. Raises SettingsError."""
    if options.config and options.isolated:
        raise SettingsError("--config and --isolated exclude each other")
    for pack in options.conventions or ():
        try:
            choice_of(pack, PACKS)
        except ValueError as error:
            raise SettingsError(f"--conventions: {error}") from None
    request = Request(
        options.config,
        options.isolated,
        options.select,
        options.extend_select or (),
        options.ignore or (),
        options.profile,
        options.conventions or (),
        options.exclude or (),
    )
    check_selectors(Settings(options.select, request.extend_select, request.ignore))
    if options.config:
        read_config(options.config)
    return request


@cache
def _config(folder: str, request: Request) -> Config:
    """The settings for the files of a folder, the options of the command line over them."""
    if request.config:
        config = read_config(request.config)
        assert config is not None
    elif request.isolated:
        config = default_config(folder)
    else:
        config = config_for(os.path.join(folder, "_"))
    settings = config.settings
    changed = settings._replace(
        select=settings.select if request.select is None else request.select,
        extend_select=settings.extend_select + request.extend_select,
        ignore=settings.ignore + request.ignore,
        profile=request.profile or settings.profile,  # type: ignore[arg-type]
        conventions=settings.conventions + request.conventions,
    )
    return config._replace(settings=changed)


def _config_of(path: str, request: Request) -> Config:
    return _config(os.path.dirname(os.path.abspath(path)), request)


def _is_excluded(path: str, request: Request) -> bool:
    config = _config_of(path, request)
    if config.settings.exclude and any(matches_glob(config.relative(path), glob) for glob in config.settings.exclude):
        return True
    return bool(request.exclude) and any(matches_glob(shown(path), glob) for glob in request.exclude)


# --- one file


def check_file(path: str, request: Request) -> Report:
    """Read and check one file. Never raises for what is wrong with the file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        return Report(shown(path), [], [f": {cause_of(error)}"])
    return check_data(path, data, request)


def check_data(path: str, data: bytes, request: Request) -> Report:
    """Check the bytes of a file that has this name."""
    config = _config_of(path, request)
    name = shown(path)
    if not may_concern_bytes(data, config.settings):
        return Report(name, [], [], "no word of Celery")
    rules = rules_for(config.relative(path), config.settings)
    try:
        text = decode(data)
        tree = parse(text)
    except SourceError as error:
        place = f":{error.line}:{error.column}" if error.column else f":{error.line}" if error.line else ""
        return Report(name, [], [f"{place}: {error.cause}"])
    result = check(name, text, tree, config.settings, rules)
    note = "" if rules else "no rule is on"
    return Report(name, unsuppressed(result.findings, text), [f": {failure}" for failure in result.failures], note)


def _stdin_report(filename: str | None, request: Request) -> Report:
    return check_data(filename or "stdin", sys.stdin.buffer.read(), request)


# --- many files


def _check_all(paths: list[str], options: argparse.Namespace, request: Request) -> list[Report]:
    found = list(discover(paths, lambda path: _is_excluded(path, request), options.force_exclude))
    reports = [Report(shown(item.path), [], [f": {item.cause}"]) for item in found if item.cause]
    files = [item.path for item in found if item.cause is None]
    jobs = options.jobs or (os.cpu_count() or 1 if len(files) >= _PARALLEL_FROM else 1)
    checked = _in_processes(files, request, jobs) if jobs > 1 and len(files) > 1 else (_check(files, request))
    progress = _Progress(len(files))
    for report in checked:
        reports.append(report)
        progress.step()
    progress.clear()
    return reports


def _check(files: Iterable[str], request: Request) -> Iterator[Report]:
    for path in files:
        yield check_file(path, request)


def check_chunk(files: list[str], request: Request) -> list[Report]:
    """What one process does at a time."""
    return list(_check(files, request))


def _in_processes(files: list[str], request: Request, jobs: int) -> Iterator[Report]:
    from concurrent.futures import ProcessPoolExecutor, as_completed

    size = max(1, min(_CHUNK, len(files) // (jobs * 2)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks))) as pool:
        for done in as_completed([pool.submit(check_chunk, chunk, request) for chunk in chunks]):
            yield from done.result()


class _Progress:
    """One line on a terminal while a run is long."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._next = time.monotonic() + _PROGRESS_AFTER
        self._shown = False
        self._enabled = sys.stderr.isatty()

    def step(self) -> None:
        self._done += 1
        if self._enabled and time.monotonic() > self._next:
            self._next = time.monotonic() + 0.1
            self._shown = True
            print(f"\rcelerylint: {self._done} of {self._total} files", end="\x1b[K", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


# --- output


def _write(findings: list[tuple[str, Finding]], output_format: str) -> None:
    if output_format == "json":
        from celerylint.reporting import json

        sys.stdout.write(json.render(findings))
    else:
        from celerylint.reporting import text

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        sys.stdout.write(text.render(findings, colour=colour))
    sys.stdout.flush()


def _describe(reports: list[Report], request: Request) -> None:
    for path in sorted({str(_config_of(report.path, request).path or "defaults") for report in reports}):
        complain(f"settings: {path}")
    for report in reports:
        if report.note:
            complain(f"{report.path}: skipped: {report.note}")


def _count(findings: Iterable[Finding]) -> None:
    for (code, name), number in sorted(Counter((finding.code, finding.name) for finding in findings).items()):
        complain(f"{number:>6} {code} {name}")
