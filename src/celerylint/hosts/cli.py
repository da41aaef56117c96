"""The command line: what `celerylint` is asked for."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from celerylint import __version__
from celerylint.core.settings import SettingsError

FOUND, FAILED = 1, 2


class OutputError(Exception):
    """Standard output takes nothing; the text says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 nothing found, 1 findings, 2 something could not be done."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    try:
        return _run(_parser().parse_args(arguments))
    except SettingsError as error:
        complain(str(error))
        return FAILED
    except OutputError as error:
        if sys.stdout:
            # Python flushes standard output once more at exit; give it one that cannot fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        complain(f"standard output: {error}")
        return FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return 130


def say(text: str) -> None:
    """What was asked for, on standard output. Raises OutputError."""
    if sys.stdout is None:
        raise OutputError("closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise OutputError("closed by its reader") from None
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from None


def complain(text: str) -> None:
    """One line on standard error."""
    from celerylint.reporting.text import escaped

    if sys.stderr:
        with contextlib.suppress(OSError):  # nobody reads it
            print(f"celerylint: {escaped(text)}", file=sys.stderr, flush=True)


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        from celerylint.hosts.check_command import run

        return run(options)
    if options.command == "lsp":
        return _serve()
    from celerylint.hosts.rule_commands import explain, list_rules

    if options.command == "explain":
        return explain(options.rule)
    return list_rules(options.output_format, options.conventions)


def _serve() -> int:
    try:
        from celerylint.hosts.lsp import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        missing = 'the language server needs pygls 2, which is not installed: pip install "celerylint[lsp]"'
        raise SettingsError(missing) from None
    return serve()


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1, not {text!r}")
    return int(text)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=100)


class _Parser(argparse.ArgumentParser):
    """Usage errors are one line that begins like every other message."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_formatter, **options)  # asking for the terminal's width imports shutil

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            say(message)
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> None:  # type: ignore[override]
        complain(f"{message} (see `{self.prog} --help`)")
        raise SystemExit(FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="celerylint", description="Find what goes wrong in Celery tasks, before it runs.")
    parser.add_argument("--version", action="version", version=f"celerylint {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _add_check(commands.add_parser("check", help="check files and folders"))
    explain = commands.add_parser("explain", help="say what a rule finds, why, and what to write")
    explain.add_argument("rule", metavar="CODE|NAME")
    rules = commands.add_parser("rules", help="list all rules")
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    rules.add_argument("--conventions", action="store_true", help="by convention pack")
    lsp = commands.add_parser(
        "lsp", help="serve an editor, by the Language Server Protocol on standard input and output"
    )
    lsp.add_argument("--stdio", action="store_true", help="what editors ask of servers; there is no other way")
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders, or - for standard input (default: .)")
    add("--stdin-filename", metavar="NAME", help="the name of the file that standard input is")
    rules = check.add_argument_group("rules")
    add = rules.add_argument
    add("--select", type=_list, metavar="LIST", help="these rules instead of the profile (codes, prefixes, names)")
    add("--extend-select", type=_list, metavar="LIST", help="these rules as well")
    add("--ignore", type=_list, metavar="LIST", help="not these rules; the longer prefix wins")
    add("--profile", choices=("recommended", "strict", "all"), help="what is on by default")
    add("--conventions", type=_list, metavar="PACK,…", help="convention packs to switch on")
    files = check.add_argument_group("files and settings")
    add = files.add_argument
    add("--exclude", type=_list, metavar="LIST", help="globs of files and folders to leave out")
    add("--force-exclude", action="store_true", help="leave them out even if they are named")
    add("--config", metavar="FILE", help="this settings file for every file")
    add("--isolated", action="store_true", help="no settings file")
    add("--jobs", "-j", type=_jobs, metavar="N", help="processes (default: cores, when there is enough to do)")
    add("--no-cache", action="store_true", help="keep nothing for the next run, and use nothing of the last")
    add("--cache-dir", metavar="DIR", help="where to keep it (default: the user's cache folder)")
    fixes = check.add_argument_group("fixes")
    add = fixes.add_argument
    add("--fix", action="store_true", help="mend what can be mended safely, and report the rest")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: also what somebody has to look at")
    add("--diff", action="store_true", help="show what --fix would do, and change nothing")
    output = check.add_argument_group("output")
    add = output.add_argument
    add("--output-format", choices=("text", "json"), default="text")
    add("--exit-zero", action="store_true", help="exit 0 even with findings")
    add("--statistics", action="store_true", help="count findings by rule, on standard error")
    add("--quiet", "-q", action="store_true", help="findings only")
    add("--verbose", "-v", action="store_true", help="say which settings file holds and what was skipped")
