"""Where the report goes: standard output, files, and the summary of a step in GitHub Actions."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.hosts.cli import FORMATS, complain, say

if TYPE_CHECKING:
    from celerylint.hosts.check_command import Request
    from celerylint.linter.runs import Report
    from celerylint.reporting.report import Edits

STDOUT = "-"
_FOR_PEOPLE = ("text", "full")
_WITH_EDITS = ("json", "jsonl", "sarif", "rdjson")


class Output(NamedTuple):
    """A report to write: in which format, and to which file; `-` is standard output."""

    format: str
    path: str = STDOUT


def outputs_of(output_format: str | None, others: Sequence[str]) -> list[Output]:
    """What `--output-format` and each `--output` ask for: the first goes to standard output, as text if nothing else
    does. Raises SettingsError."""
    found = [Output(output_format)] if output_format else []
    found += map(_output, others)
    if not any(output.path == STDOUT for output in found):
        found.insert(0, Output("text"))
    places: set[str] = set()
    for output in found:
        place = output.path if output.path == STDOUT else os.path.normcase(os.path.realpath(output.path))
        if place in places:
            named = "standard output" if output.path == STDOUT else output.path
            raise SettingsError(f"two reports cannot both go to {named}")
        places.add(place)
    return found


def _output(text: str) -> Output:
    name, _, path = text.partition(":")
    if name not in FORMATS:
        from celerylint.linter.selection import did_you_mean

        raise SettingsError(f"--output: unknown format {name!r}{did_you_mean(name, FORMATS)}")
    if not path or path.endswith(("/", os.sep)):
        raise SettingsError(f"--output: {text!r} names no file; write {name}:FILE, or {name}:- for standard output")
    return Output(name, STDOUT if path == "/dev/stdout" else path)


def write(outputs: Sequence[Output], reports: Sequence[Report], request: Request) -> bool:
    """Write the reports, standard output last; whether all files could be written. Raises OutputError."""
    edits: Edits = {}
    if any(output.format in _WITH_EDITS for output in outputs):
        edits = _edits(reports, request)
    done = True
    for output in sorted(outputs, key=lambda output: output.path == STDOUT):
        text = _render(output, reports, edits)
        if output.path == STDOUT:
            _say(output, text)
            continue
        try:
            _put(output.path, text.encode("utf-8", "backslashreplace"))
        except (OSError, ValueError) as error:
            complain(f"{output.path}: {getattr(error, 'strerror', None) or error}")
            done = False
    if any(output.format == "github" for output in outputs):
        _summarise(reports)
    return done


def _say(output: Output, text: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and output.format not in _FOR_PEOPLE:
        reconfigure(encoding="utf-8")  # programs do not ask which terminal this is
    say(text)


def _edits(reports: Sequence[Report], request: Request) -> Edits:
    if all(finding.fix.value == "none" for report in reports for finding in report.findings):
        return {}
    from celerylint.hosts.fixes import all_edits

    return all_edits(reports, request)


def _render(output: Output, reports: Sequence[Report], edits: Edits) -> str:
    module = import_module(f"celerylint.reporting.{output.format}")
    if output.format in _FOR_PEOPLE:
        text: str = module.render(reports, colour=output.path == STDOUT and _is_coloured())
    elif output.format in _WITH_EDITS:
        text = module.render(reports, edits)
    else:
        text = module.render(reports)
    return text


def _is_coloured() -> bool:
    plain = sys.stdout is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


# --- files


def _put(path: str, data: bytes) -> None:
    """Put bytes into a file at once: whoever reads it sees all of them, or what was there before. Missing folders are
    made, links stay. Raises OSError, and ValueError for a path that no file can have."""
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):  # a pipe, a device: nothing to replace
        with open(path, "wb") as file:
            file.write(data)
        return
    place = os.path.realpath(path)
    folder, name = os.path.split(place)
    os.makedirs(folder, exist_ok=True)
    if mode is not None and not os.access(place, os.W_OK):
        raise PermissionError(0, "the file is not writable")
    new = os.path.join(folder, f".{name[:200]}.{os.getpid()}")
    try:
        with open(new, "xb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(new, stat.S_IMODE(mode))
        os.replace(new, place)
    except OSError:
        with suppress(OSError):
            os.unlink(new)
        raise


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


# --- GitHub Actions


def _summarise(reports: Sequence[Report]) -> None:
    """Add to the summary of the step, if this is one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    from celerylint.reporting.github import SUMMARY_LIMIT, summary

    try:
        with open(place, "ab") as file:
            text = summary(reports, _source(), SUMMARY_LIMIT - os.fstat(file.fileno()).st_size)
            file.write(text.encode())
    except (OSError, ValueError) as error:
        complain(f"the summary of the step: {place}: {getattr(error, 'strerror', None) or error}")


def _source() -> str:
    """The address of the files of the commit, below which GitHub shows them."""
    server, repository, commit = (os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    return f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""
