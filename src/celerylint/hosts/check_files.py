"""What `celerylint check` does with files: read, check, in one process or several."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.check_command import Request
from celerylint.hosts.config_file import Config, config_for, default_config, read_config
from celerylint.linter.catalogue import UNUSED_SUPPRESSION
from celerylint.linter.check import check, matches_glob, may_concern_bytes, own_rules_for, project_around, rules_for
from celerylint.linter.files import EXCLUDED, cause_of, discover, is_below, shown
from celerylint.linter.runs import NO_WORD, KeptRuns, Report, Run
from celerylint.linter.versions import Seen, version_of

if TYPE_CHECKING:
    from celerylint.linter.result import Result

_PARALLEL_FROM = 1500
_CHUNK = 64
_PARTS = 4
"""So many parts are made for each process, so that none waits long for another."""

_PROGRESS_AFTER = 0.5


def check_paths(paths: list[str], request: Request, jobs: int | None, kept: KeptRuns | None = None) -> tuple[Run, Seen]:
    """Check the files under the paths, as far as the last run does not hold; and what was looked at for that. Raises
    SettingsError."""
    seen = _begin()
    if request.config:
        path = os.path.abspath(request.config)
        seen.see_file(path, version_of(path))
    refuse_unknown(request)
    skipped: list[tuple[str, str]] = []
    found = list(discover(paths, lambda path: _is_excluded(path, request), request.force_exclude, skipped, seen))
    known = kept.still(seen) if kept else {}
    seen.keeps_apart = bool(known)
    reports = [Report(item.path, [], [f": {item.cause}"], passing=True) for item in found if item.cause]
    files = [item.path for item in found if item.cause is None]
    if known:
        reports += [known[place]._replace(path=path) for path in files if (place := os.path.abspath(path)) in known]
        files = [path for path in files if os.path.abspath(path) not in known]
    jobs = jobs or (os.cpu_count() or 1 if len(files) >= _PARALLEL_FROM else 1)
    checked = _in_processes(files, request, jobs) if jobs > 1 and len(files) > 1 else (_check(files, request))
    progress = _Progress(len(files))
    for report in checked:
        reports.append(report)
        progress.step()
    progress.clear()
    return _run(reports, skipped, request, paths), seen


def check_stdin(name: str, request: Request) -> Run:
    """Check standard input, which stands for a file with this name. Raises SettingsError."""
    _begin()
    refuse_unknown(request)
    if sys.stdin is None:
        raise SettingsError("standard input: closed")
    if request.force_exclude and _is_excluded(os.path.normpath(name), request):
        return _run([], [(name, EXCLUDED)], request)
    data = sys.stdin.buffer.read()
    return _run([check_data(name, data, request, is_saved=False)._replace(data=data)], [], request)


def _begin() -> Seen:
    config_in.cache_clear()
    _seen.cache_clear()
    return _seen()


@cache
def _seen() -> Seen:
    """What this process looked at in the run."""
    return Seen()


def _run(reports: list[Report], skipped: list[tuple[str, str]], request: Request, paths: Sequence[str] = ()) -> Run:
    skipped += [(report.path, report.note) for report in reports if report.note]
    reasons: dict[str, list[str]] = {}
    for path, why in skipped:
        reasons.setdefault(why, []).append(path)
    configs: dict[str, Config] = {}
    for folder in {os.path.dirname(report.path) for report in reports}:
        with suppress(SettingsError):  # of a file that could not be read
            configs[folder] = config_in(folder, request)
    says = [report for report in reports if report.results or report.errors]
    silent = [report for report in reports if not (report.results or report.errors or report.note == NO_WORD)]
    checked = len(reports)
    extended = {os.path.abspath(base) for config in configs.values() for base in config.bases}
    for config in {each.path: each for each in configs.values() if each.path not in extended}.values():
        if paths and judges_ignores(config) and any(is_below(config.root, path) for path in paths):
            from celerylint.hosts.unused_ignores import unused_ignores

            own = (each for each in reports if configs.get(os.path.dirname(each.path), config).path == config.path)
            about = unused_ignores(config, list(own))
            says += about
            checked += len(about)
            configs.setdefault(os.path.dirname(str(config.path)), config)
    roots = {folder: config.root for folder, config in configs.items()}
    says = [
        report._replace(path=shown(report.path), root=roots.get(os.path.dirname(report.path), "")) for report in says
    ]
    says.sort(key=lambda report: report.path)
    settings = sorted({str(config.path or "defaults") for config in configs.values()})
    silent = [report._replace(path=shown(report.path)) for report in silent]
    return Run(says, checked, reasons, settings, sorted(set(roots.values())), silent)


def judges_ignores(config: Config) -> bool:
    """Whether the ignores of settings are judged, and there are some."""
    from celerylint.linter.selection import own_selected

    return bool(config.settings.per_file_ignores) and UNUSED_SUPPRESSION in own_selected(config.settings)


def refuse_unknown(request: Request) -> None:
    """Check what the options say before anything is read. Raises SettingsError."""
    if request.conventions:
        from celerylint.core.packs import PACKS
        from celerylint.hosts.settings_table import choice_of
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
def config_in(folder: str, request: Request) -> Config:
    """The settings for the files of a folder, the options of the command line over them."""
    if request.config:
        config = read_config(request.config)
        assert config is not None
    elif request.isolated:
        config = default_config(os.path.abspath(folder))
    else:
        config = config_for(os.path.join(folder, "_"))
    for base in config.bases:
        _seen().see_file(base, version_of(base))
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
    return config_in(os.path.dirname(path), request)


def is_on(code: str, path: str, request: Request) -> bool:
    """Whether a rule is on for a file, which need not be there."""
    config = _config_of(path, request)
    relative = config.relative(path)
    own = own_rules_for(relative, config.settings)
    return code in own or any(rule.code == code for rule in rules_for(relative, config.settings))


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
    data = _bytes(path)
    return data if isinstance(data, Report) else check_data(path, data, request)


def _bytes(path: str) -> bytes | Report:
    """What a file holds, or why that cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except (OSError, ValueError) as error:
        return Report(path, [], [f": {cause_of(error)}"], passing=True)


def _may_concern(path: str, data: bytes, request: Request) -> bool:
    is_asked = may_concern_bytes(data, _config_of(path, request).settings)
    return is_asked or (may_suppress(data) and _judges_comments(path, request))


def _of_no_concern(path: str) -> Report:
    return Report(path, [], [], NO_WORD)


def check_data(path: str, data: bytes, request: Request, *, is_saved: bool = True) -> Report:
    """Check the bytes of a file that has this name."""
    if not _may_concern(path, data, request):
        return _of_no_concern(path)
    from celerylint.syntax.source import SourceError, decode

    try:
        return check_text(path, decode(data), request, is_saved=is_saved)
    except SourceError as error:
        place = f":{error.line}:{error.column}" if error.column else f":{error.line}" if error.line else ""
        return Report(path, [], [f"{place}: {error.cause}"])


def check_unsaved(path: str, text: str, request: Request) -> Report:
    """Check the text that an editor has for a file. Raises SourceError, SettingsError."""
    if not _may_concern(path, text.encode(errors="replace"), request):
        return _of_no_concern(path)
    return check_text(path, text, request, is_saved=False)


def may_suppress(data: bytes) -> bool:
    """Whether a file that may not concern us otherwise may hold a comment that names a rule of ours."""
    return (b"noqa" in data or b"NOQA" in data) and (b"CEL" in data or b"cel" in data)


def _judges_comments(path: str, request: Request) -> bool:
    config = _config_of(path, request)
    return bool(own_rules_for(config.relative(path), config.settings))


def check_text(path: str, text: str, request: Request, *, is_saved: bool) -> Report:
    """Check the text of a file that has this name. Raises SourceError."""
    from celerylint.syntax.source import parse

    config = _config_of(path, request)
    rules = rules_for(config.relative(path), config.settings)
    tree = parse(text)
    unsaved = None if is_saved else text
    _seen().look = ""
    project = project_around(path, config.settings, request.cache, unsaved, _seen() if is_saved else None)
    own = own_rules_for(config.relative(path), config.settings)
    judges = UNUSED_SUPPRESSION in own and judges_ignores(config)
    asked = rules_for(config.relative(path), config.settings, per_file=False) if judges else rules
    findings, failures = check(shown(path), text, tree, config.settings, asked, project)
    codes = {rule.code for rule in rules}
    ignored = frozenset(finding.code for finding in findings if finding.code not in codes) if judges else frozenset()
    findings = [finding for finding in findings if finding.code in codes] if ignored else findings
    found: list[Result] = []
    if findings or own:
        from celerylint.linter.identify import results
        from celerylint.linter.suppress import suppressions

        by = suppressions(findings, text)
        if own:
            from celerylint.linter.judge_suppressions import judged

            findings, by = judged(findings, by, text, codes, own)
        found = results(shown(path), findings, by, text, tree)
    note = "" if rules else "no rule is on"
    said = [f": {failure}" for failure in failures]
    return Report(path, found, said, note, bool(failures), ignored=ignored, look=_seen().look)


# --- many files


def _check(files: Iterable[str], request: Request) -> Iterator[Report]:
    for path in files:
        yield check_file(path, request)


def sift(files: list[str], request: Request) -> list[tuple[str, int]]:
    """The files that may concern us, or cannot be read, with their sizes in bytes."""
    found = []
    for path in files:
        data = _bytes(path)
        if isinstance(data, Report) or _may_concern(path, data, request):
            found.append((path, 0 if isinstance(data, Report) else len(data)))
    return found


def check_part(files: list[str], request: Request, *, keeps_apart: bool = False) -> tuple[list[Report], Seen]:
    """What one process does at a time; and what it looked at."""
    _seen().keeps_apart = keeps_apart
    return list(_check(files, request)), _seen().take()


def _begin_process() -> None:
    gc.disable()
    _seen.cache_clear()  # what was seen before a fork, nobody need be told again


def _in_processes(files: list[str], request: Request, jobs: int) -> Iterator[Report]:
    """Each process has files that stand together: they speak of the same other files, which it reads once."""
    from concurrent.futures import ProcessPoolExecutor, as_completed

    if len(files) >= _PARALLEL_FROM:  # they need most rules, and what is imported here, no forked process imports again
        from celerylint.linter import identify, suppress  # noqa: F401
        from celerylint.linter.catalogue import all_rules

        all_rules()
    size = max(1, min(_CHUNK, len(files) // (jobs * 2)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_begin_process) as pool:
        kept = [found for chunk in pool.map(partial(sift, request=request), chunks) for found in chunk]
        candidates = {path for path, _ in kept}
        run_part = partial(check_part, request=request, keeps_apart=_seen().keeps_apart)
        running = [pool.submit(run_part, part) for part in _parts(kept, jobs * _PARTS)]
        yield from (_of_no_concern(path) for path in files if path not in candidates)
        for done in as_completed(running):
            reports, seen = done.result()
            _seen().add(seen)
            yield from reports


def _parts(files: list[tuple[str, int]], count: int) -> Iterator[list[str]]:
    """The files, which have these sizes, in so many parts at most that are about as large, and in the same order."""
    most = sum(size for _, size in files) / count
    part, whole = [], 0
    for path, size in files:
        part.append(path)
        whole += size
        if whole > most:
            yield part
            part, whole = [], 0
    if part:
        yield part


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
