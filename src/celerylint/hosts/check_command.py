"""`celerylint check`."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.cli import FAILED, FOUND, complain, say
from celerylint.hosts.config_file import Config, choice_of, config_for, default_config, read_config
from celerylint.linter.check import check, matches_glob, may_concern_bytes, project_around, rules_for
from celerylint.linter.files import EXCLUDED, cause_of, discover, shown

if TYPE_CHECKING:
    from celerylint.core.rule import Finding
    from celerylint.syntax.source import SourceError

STDIN = "-"
_PARALLEL_FROM = 1500
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
    cache: str | None = None
    """The folder of the cache; empty for none, None for the user's."""


class Report(NamedTuple):
    """What became of one file. `errors` are lines without the path."""

    path: str
    findings: list[Finding]
    errors: list[str]
    note: str = ""
    data: bytes | None = None
    """What standard input gave."""


def run(options: argparse.Namespace) -> int:
    """Check files, write the report, return the exit code."""
    request = _request(options)
    if options.fix and options.paths == [STDIN]:
        raise SettingsError("standard input (-) cannot be fixed; --diff shows what there is to fix")
    paths = options.paths or ["."]
    if STDIN in paths and paths != [STDIN]:
        raise SettingsError("standard input (-) cannot be checked together with other paths")
    _config.cache_clear()
    skipped: list[tuple[str, str]] = []
    collecting = gc.isenabled()
    gc.disable()  # trees are no rings: they go by themselves
    try:
        checked = (
            _check_stdin(options, request, skipped)
            if paths == [STDIN]
            else _check_all(paths, options, request, skipped)
        )
    finally:
        if collecting:
            gc.enable()
    diffs: list[str] = []
    if options.fix or options.diff:
        from celerylint.hosts.fixes import fix_all

        checked = fix_all(checked, request, diffs, options)
    reports = [report._replace(path=shown(report.path)) for report in checked if report.findings or report.errors]
    reports.sort(key=lambda report: report.path)
    findings = [(report.path, finding) for report in reports for finding in report.findings]
    errors = [(report.path, error) for report in reports for error in report.errors]
    for path, error in errors:
        complain(f"{path}{error}")
    if options.diff:
        say("".join(diffs))
    else:
        _write(reports, findings, request, options.output_format)
    if options.verbose:
        skipped += [(report.path, report.note) for report in checked if report.note]
        _describe([report.path for report in checked], skipped, request)
        _describe_cache(request)
    if options.statistics:
        _count(finding for _, finding in findings)
    if not options.quiet:
        files = len({path for path, _ in findings})
        complain(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} of {len(checked)} files")
    if errors:
        return FAILED
    return FOUND if findings and not options.exit_zero else 0


def _request(options: argparse.Namespace) -> Request:
    """Check what the options say before anything is read. Raises SettingsError."""
    if options.config and options.isolated:
        raise SettingsError("--config and --isolated exclude each other")
    if options.fix and options.diff:
        raise SettingsError("--fix and --diff exclude each other")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise SettingsError("--unsafe-fixes says which fixes: it needs --fix or --diff")
    if options.conventions:
        from celerylint.core.packs import PACKS
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
        "" if options.no_cache else options.cache_dir,
    )
    if options.select or request.extend_select or request.ignore:
        from celerylint.linter.selection import check_selectors

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
        config = default_config(os.path.abspath(folder))
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
    if changed.conventions:
        from celerylint.core.packs import with_words

        changed = with_words(changed, config.given)
    return config._replace(settings=changed)


def _config_of(path: str, request: Request) -> Config:
    return _config(os.path.dirname(path), request)


def _is_excluded(path: str, request: Request) -> bool:
    if request.isolated and not request.exclude:
        return False
    config = _config_of(path, request)
    if config.settings.exclude and any(matches_glob(config.relative(path), glob) for glob in config.settings.exclude):
        return True
    return bool(request.exclude) and any(matches_glob(shown(path), glob) for glob in request.exclude)


# --- one file


def check_file(path: str, request: Request) -> Report:
    """Read and check one file. Never raises for what is wrong with the file."""
    try:
        with open(path, "rb", buffering=0) as file:
            data = file.read()
    except (OSError, ValueError) as error:
        return Report(path, [], [f": {cause_of(error)}"])
    return check_data(path, data, request)


def check_data(path: str, data: bytes, request: Request, *, is_saved: bool = True) -> Report:
    """Check the bytes of a file that has this name."""
    if not may_concern_bytes(data, _config_of(path, request).settings):
        return Report(path, [], [], "no word of Celery")
    from celerylint.syntax.source import SourceError, decode

    try:
        text = decode(data)
    except SourceError as error:
        return _unreadable(path, error)
    return check_text(path, text, request, is_saved=is_saved)


def _unreadable(path: str, error: SourceError) -> Report:
    place = f":{error.line}:{error.column}" if error.column else f":{error.line}" if error.line else ""
    return Report(path, [], [f"{place}: {error.cause}"])


def check_text(path: str, text: str, request: Request, *, is_saved: bool) -> Report:
    """Check the text of a file that has this name."""
    from celerylint.syntax.source import SourceError, parse

    config = _config_of(path, request)
    rules = rules_for(config.relative(path), config.settings)
    try:
        tree = parse(text)
    except SourceError as error:
        return _unreadable(path, error)
    unsaved = None if is_saved else text
    project = project_around(path, config.settings, request.cache, unsaved)
    findings, failures = check(shown(path), text, tree, config.settings, rules, project)
    if findings:
        from celerylint.linter.suppress import unsuppressed

        findings = unsuppressed(findings, text)
    return Report(path, findings, [f": {failure}" for failure in failures], "" if rules else "no rule is on")


def _check_stdin(options: argparse.Namespace, request: Request, skipped: list[tuple[str, str]]) -> list[Report]:
    name = options.stdin_filename or "stdin"
    if sys.stdin is None:
        raise SettingsError("standard input: closed")
    if options.force_exclude and _is_excluded(os.path.normpath(name), request):
        skipped.append((name, EXCLUDED))
        return []
    data = sys.stdin.buffer.read()
    return [check_data(name, data, request, is_saved=False)._replace(data=data)]


# --- many files


def _check_all(
    paths: list[str], options: argparse.Namespace, request: Request, skipped: list[tuple[str, str]]
) -> list[Report]:
    found = list(discover(paths, lambda path: _is_excluded(path, request), options.force_exclude, skipped))
    reports = [Report(item.path, [], [f": {item.cause}"]) for item in found if item.cause]
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

    from celerylint.linter import suppress  # noqa: F401
    from celerylint.linter.catalogue import all_rules

    all_rules()  # what is imported here, no forked process imports again
    size = max(1, min(_CHUNK, len(files) // (jobs * 2)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks)), initializer=gc.disable) as pool:
        for done in as_completed([pool.submit(check_chunk, chunk, request) for chunk in chunks]):
            yield from done.result()


class _Progress:
    """One line on a terminal while a run is long."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._next = time.monotonic() + _PROGRESS_AFTER
        self._shown = False
        self._enabled = sys.stderr is not None and sys.stderr.isatty()

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


def _write(reports: list[Report], findings: list[tuple[str, Finding]], request: Request, output_format: str) -> None:
    if output_format == "json":
        from celerylint.reporting import json

        edits: json.Edits = {}
        if any(finding.rewrite for _, finding in findings):
            from celerylint.hosts.fixes import all_edits

            edits = all_edits(reports, request)
        say(json.render(findings, edits))
    else:
        from celerylint.reporting import text

        plain = sys.stdout is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        say(text.render(findings, colour=not plain and sys.stdout.isatty()))


def _describe(paths: list[str], skipped: list[tuple[str, str]], request: Request) -> None:
    for path in sorted({str(_config_of(path, request).path or "defaults") for path in paths}):
        complain(f"settings: {path}")
    for path, why in sorted((shown(path), why) for path, why in skipped):
        complain(f"{path}: skipped: {why}")


def _describe_cache(request: Request) -> None:
    from celerylint.linter.summaries import cache_in, default_folder

    failure = cache_in(default_folder() if request.cache is None else request.cache).failure
    if failure:
        complain(f"cache: {failure}")


def _count(findings: Iterable[Finding]) -> None:
    for (code, name), number in sorted(Counter((finding.code, finding.name) for finding in findings).items()):
        complain(f"{number:>6} {code} {name}")
