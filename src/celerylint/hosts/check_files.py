"""What `celerylint check` does with files: read, check, in one process or several."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache

from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.check_command import Request
from celerylint.hosts.config_file import Config, choice_of, config_for, default_config, read_config
from celerylint.linter.check import check, matches_glob, may_concern_bytes, project_around, rules_for
from celerylint.linter.files import EXCLUDED, cause_of, discover, shown
from celerylint.linter.runs import Report, Run
from celerylint.linter.versions import Seen, version_of

_PARALLEL_FROM = 1500
_CHUNK = 64
_PROGRESS_AFTER = 0.5


def check_paths(paths: list[str], request: Request, jobs: int | None) -> tuple[Run, Seen]:
    """Check the files under the paths; and what was looked at for that. Raises SettingsError."""
    seen = _begin()
    if request.config:
        path = os.path.abspath(request.config)
        seen.see_file(path, version_of(path))
    _refuse_unknown(request)
    skipped: list[tuple[str, str]] = []
    found = list(discover(paths, lambda path: _is_excluded(path, request), request.force_exclude, skipped, seen))
    reports = [Report(item.path, [], [f": {item.cause}"], passing=True) for item in found if item.cause]
    files = [item.path for item in found if item.cause is None]
    jobs = jobs or (os.cpu_count() or 1 if len(files) >= _PARALLEL_FROM else 1)
    checked = _in_processes(files, request, jobs) if jobs > 1 and len(files) > 1 else (_check(files, request))
    progress = _Progress(len(files))
    for report in checked:
        reports.append(report)
        progress.step()
    progress.clear()
    return _run(reports, skipped, request), seen


def check_stdin(name: str, request: Request) -> Run:
    """Check standard input, which stands for a file with this name. Raises SettingsError."""
    _begin()
    _refuse_unknown(request)
    if sys.stdin is None:
        raise SettingsError("standard input: closed")
    if request.force_exclude and _is_excluded(os.path.normpath(name), request):
        return _run([], [(name, EXCLUDED)], request)
    data = sys.stdin.buffer.read()
    return _run([check_data(name, data, request, is_saved=False)._replace(data=data)], [], request)


def _begin() -> Seen:
    _config.cache_clear()
    _seen.cache_clear()
    return _seen()


@cache
def _seen() -> Seen:
    """What this process looked at in the run."""
    return Seen()


def _run(reports: list[Report], skipped: list[tuple[str, str]], request: Request) -> Run:
    skipped += [(report.path, report.note) for report in reports if report.note]
    reasons: dict[str, list[str]] = {}
    for path, why in skipped:
        reasons.setdefault(why, []).append(path)
    says = [report._replace(path=shown(report.path)) for report in reports if report.findings or report.errors]
    says.sort(key=lambda report: report.path)
    settings = set()
    for folder in {os.path.dirname(report.path) for report in reports}:
        with suppress(SettingsError):  # of a file that could not be read
            settings.add(str(_config(folder, request).path or "defaults"))
    return Run(says, len(reports), reasons, sorted(settings))


def _refuse_unknown(request: Request) -> None:
    """Check what the options say before anything is read. Raises SettingsError."""
    if request.conventions:
        from celerylint.core.packs import PACKS
    for pack in request.conventions:
        try:
            choice_of(pack, PACKS)
        except ValueError as error:
            raise SettingsError(f"--conventions: {error}") from None
    if request.select or request.extend_select or request.ignore:
        from celerylint.linter.selection import check_selectors

        check_selectors(Settings(request.select, request.extend_select, request.ignore))
    if request.config:
        read_config(request.config)


# --- settings


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


def config_now(path: str, request: Request) -> Config:
    """The settings for a file as they are now: for a process that outlives them. Raises SettingsError."""
    _config.cache_clear()
    return _config_of(path, request)


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
        return Report(path, [], [f": {cause_of(error)}"], passing=True)
    return check_data(path, data, request)


def check_data(path: str, data: bytes, request: Request, *, is_saved: bool = True) -> Report:
    """Check the bytes of a file that has this name."""
    if not may_concern_bytes(data, _config_of(path, request).settings):
        return Report(path, [], [], "no word of Celery")
    from celerylint.syntax.source import SourceError, decode

    try:
        return check_text(path, decode(data), request, is_saved=is_saved)
    except SourceError as error:
        place = f":{error.line}:{error.column}" if error.column else f":{error.line}" if error.line else ""
        return Report(path, [], [f"{place}: {error.cause}"])


def check_text(path: str, text: str, request: Request, *, is_saved: bool) -> Report:
    """Check the text of a file that has this name. Raises SourceError."""
    from celerylint.syntax.source import parse

    config = _config_of(path, request)
    rules = rules_for(config.relative(path), config.settings)
    tree = parse(text)
    unsaved = None if is_saved else text
    project = project_around(path, config.settings, request.cache, unsaved, _seen() if is_saved else None)
    findings, failures = check(shown(path), text, tree, config.settings, rules, project)
    if findings:
        from celerylint.linter.suppress import unsuppressed

        findings = unsuppressed(findings, text)
    note = "" if rules else "no rule is on"
    return Report(path, findings, [f": {failure}" for failure in failures], note, passing=bool(failures))


# --- many files


def _check(files: Iterable[str], request: Request) -> Iterator[Report]:
    for path in files:
        yield check_file(path, request)


def check_chunk(files: list[str], request: Request) -> tuple[list[Report], Seen]:
    """What one process does at a time; and what it looked at."""
    return list(_check(files, request)), _seen().take()


def _begin_process() -> None:
    gc.disable()
    _seen.cache_clear()  # what was seen before a fork, nobody need be told again


def _in_processes(files: list[str], request: Request, jobs: int) -> Iterator[Report]:
    from concurrent.futures import ProcessPoolExecutor, as_completed

    from celerylint.linter import suppress  # noqa: F401
    from celerylint.linter.catalogue import all_rules

    all_rules()  # what is imported here, no forked process imports again
    size = max(1, min(_CHUNK, len(files) // (jobs * 2)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_begin_process) as pool:
        for done in as_completed([pool.submit(check_chunk, chunk, request) for chunk in chunks]):
            reports, seen = done.result()
            _seen().add(seen)
            yield from reports


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
