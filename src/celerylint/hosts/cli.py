"""The command line: what `celerylint` is asked for."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

from celerylint import __version__
from celerylint.core.settings import SettingsError

FOUND, FAILED = 1, 2
FORMATS = ("text", "full", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle")

_COMMANDS = {
    "check": "check files and folders",
    "baseline": "keep what is found today out of the reports",
    "explain": "say what a rule finds, why, and what to write",
    "rules": "list all rules",
    "lsp": "serve an editor, by the Language Server Protocol on standard input and output",
    "config": "show and validate settings",
    "init": "look at a project and write what it calls things into its settings",
    "guide": "write the conventions that the settings enforce as a page for people and assistants",
}
_LATER = ("config", "init", "guide")
"""Commands whose modules, and options, are imported when they are called."""


class OutputError(Exception):
    """Standard output takes nothing; the text says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 nothing found, 1 findings, 2 something could not be done."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    try:
        given = sys.argv[1:] if arguments is None else list(arguments)
        return _run(parser(given).parse_args(given))
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
    if options.command == "baseline":
        from celerylint.hosts.baseline_command import run_baseline

        return run_baseline(options)
    gc.enable()  # what checks the files of one run makes no rings; others may live long
    if options.command == "lsp":
        return _serve()
    if options.command in _LATER:
        return int(_later(options.command).run(options))
    from celerylint.hosts.rule_commands import explain, list_rules

    if options.command == "explain":
        return explain(options.rule)
    return list_rules(options.output_format, options.conventions, options.enabled)


def _later(command: str) -> Any:
    from importlib import import_module

    return import_module(f"celerylint.hosts.{command}_command")


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
        # Asking for the terminal's width imports shutil. `--strict` may mean another option one day.
        super().__init__(formatter_class=_formatter, allow_abbrev=False, **options)

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            say(message)
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> None:  # type: ignore[override]
        complain(f"{message} (see `{self.prog} --help`)")
        raise SystemExit(FAILED)


def parser(given: list[str]) -> argparse.ArgumentParser:
    """The parser of the command line. Where a command is given no other is made: each takes a fifth of a millisecond,
    and one with all its options two."""
    parser = _Parser(prog="celerylint", description="Find what goes wrong in Celery tasks, before it runs.")
    parser.add_argument("--version", action="version", version=f"celerylint {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    add = {
        "check": _add_check,
        "baseline": _add_baseline,
        "explain": _add_explain,
        "rules": _add_rules,
        "lsp": _add_lsp,
    }
    called = given[0] if given and given[0] in _COMMANDS else None
    for name, about in _COMMANDS.items():
        if called in (None, name):
            command = commands.add_parser(name, help=about)
            if name in add:
                add[name](command)
            elif called:
                _later(name).add_arguments(command)
    return parser


def check_options() -> argparse.Namespace:
    """The options of `check` if none is given."""
    return parser(["check"]).parse_args(["check"])


def _add_files(check: argparse.ArgumentParser) -> None:
    """What is checked, by which rules."""
    add = check.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders, or - for standard input (default: .)")
    add_rule_options(check)
    files = add_settings_options(check)
    add = files.add_argument
    add("--exclude", type=_list, metavar="LIST", help="globs of files and folders to leave out")
    add("--force-exclude", action="store_true", help="leave them out even if they are named")
    add("--jobs", "-j", type=_jobs, metavar="N", help="processes (default: cores, when there is enough to do)")
    add("--no-cache", action="store_true", help="keep nothing for the next run, and use nothing of the last")
    add("--cache-dir", metavar="DIR", help="where to keep it (default: the user's cache folder)")


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_files(check)
    check.add_argument("--stdin-filename", metavar="NAME", help="the name of the file that standard input is")
    counted = check.add_argument_group("what counts")
    add = counted.add_argument
    add("--baseline", metavar="FILE", help="leave alone what this baseline holds (default: that beside the settings)")
    add("--no-baseline", action="store_true", help="use no baseline")
    add("--strict-baseline", action="store_true", help="exit 1 if entries of the baseline match nothing any more")
    add("--since", metavar="REF", help="only what stands on lines that changed since this branch or commit")
    add("--fail-on", choices=("error", "warning", "note"), default="note", help="exit 1 from this severity on")
    fixes = check.add_argument_group("fixes")
    add = fixes.add_argument
    add("--fix", action="store_true", help="mend what can be mended safely, and report the rest")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: also what somebody has to look at")
    add("--diff", action="store_true", help="show what --fix would do, and change nothing")
    add("--add-noqa", action="store_true", help="write a comment that suppresses each finding, and report nothing")
    add("--reason", metavar="TEXT", help="with --add-noqa: why, in the comments")
    output = check.add_argument_group("output")
    add = output.add_argument
    add("--output-format", choices=FORMATS, metavar="FORMAT", help=f"of the report: {', '.join(FORMATS)}")
    add("--output", action="append", default=[], metavar="FORMAT:FILE", help="a report to a file as well; repeatable")
    add("--exit-zero", action="store_true", help="exit 0 even with findings")
    add("--statistics", action="store_true", help="count findings by rule, on standard error")
    add("--quiet", "-q", action="store_true", help="findings only")
    add("--verbose", "-v", action="store_true", help="say which settings file holds and what was skipped")


def _add_explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("rule", metavar="CODE|NAME")


def _add_rules(rules: argparse.ArgumentParser) -> None:
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    rules.add_argument("--conventions", action="store_true", help="by convention pack")
    rules.add_argument("--enabled", action="store_true", help="only those that the settings switch on here")


def _add_lsp(lsp: argparse.ArgumentParser) -> None:
    lsp.add_argument("--stdio", action="store_true", help="what editors ask of servers; there is no other way")


def _add_baseline(baseline: argparse.ArgumentParser) -> None:
    actions = baseline.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
    create = actions.add_parser("create", help="write what is found now into celerylint-baseline.json")
    update = actions.add_parser("update", help="add what is new, drop what is gone; reasons and dates stay")
    check = actions.add_parser("check", help="exit 1 if something is new, or an entry matches nothing any more")
    update.add_argument("--prune", action="store_true", help="add nothing")
    for action in (create, update, check):
        _add_files(action)
        action.add_argument("--baseline", metavar="FILE", help="this file (default: the one beside the settings)")
        action.add_argument("--quiet", "-q", action="store_true", help="say no more than what went wrong")


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which rules are on."""
    add = parser.add_argument_group("rules").add_argument
    add("--select", type=_list, metavar="LIST", help="these rules instead of the profile (codes, prefixes, names)")
    add("--extend-select", type=_list, metavar="LIST", help="these rules as well")
    add("--ignore", type=_list, metavar="LIST", help="not these rules; the longer prefix wins")
    add("--profile", choices=("recommended", "strict", "all"), help="what is on by default")
    add("--conventions", type=_list, metavar="PACK,…", help="convention packs to switch on")


def add_settings_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """The options that say which settings file holds."""
    group = parser.add_argument_group("files and settings")
    group.add_argument("--config", metavar="FILE", help="this settings file for every file")
    group.add_argument("--isolated", action="store_true", help="no settings file")
    return group
