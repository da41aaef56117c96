"""`celerylint config`: which settings hold and where they come from, what is wrong with them, and their schema."""

from __future__ import annotations

import argparse
import os
from typing import NamedTuple

import celerylint
from celerylint.core.packs import PACKS
from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.check_command import Request, request_of
from celerylint.hosts.check_files import config_in, refuse_unknown
from celerylint.hosts.cli import add_rule_options, add_settings_options, say
from celerylint.hosts.config_file import Config, SettingsFile, lower_bound, read_file
from celerylint.hosts.toml_text import TABLES, grouped, toml_value
from celerylint.linter.files import shown
from celerylint.linter.toml_lines import lines_of

SCHEMA = os.path.join(os.path.dirname(celerylint.__file__), "settings.schema.json")
_JOINED = ("extend_select", "ignore")


class Origin(NamedTuple):
    """Where a value comes from. `kind` is `default`, `file`, `option`, `pack` or `dependencies`; `name` the file, the
    option or the pack; `line` the line of the file."""

    kind: str
    name: str = ""
    line: int | None = None

    def __str__(self) -> str:
        if self.kind in ("file", "dependencies"):
            place = f"{shown(self.name)}:{self.line}" if self.line else shown(self.name)
            return f"{place}, the dependencies" if self.kind == "dependencies" else place
        return f"the pack {self.name}" if self.kind == "pack" else self.name or self.kind


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The commands below `config`, and their options."""
    commands = parser.add_subparsers(dest="config_command", required=True, metavar="COMMAND")
    show = commands.add_parser("show", help="the settings that hold for a file or folder, and where they come from")
    show.add_argument("path", nargs="?", default=".", metavar="PATH", help="a file or folder (default: .)")
    show.add_argument("--output-format", choices=("text", "json"), default="text")
    add_rule_options(show)
    add_settings_options(show)
    validate = commands.add_parser("validate", help="everything that is wrong with settings files")
    validate.add_argument("paths", nargs="*", metavar="PATH", help="settings files, or folders (default: .)")
    validate.add_argument("--output-format", choices=("text", "json"), default="text")
    commands.add_parser("schema", help="print the JSON Schema of [tool.celerylint]")


def run(options: argparse.Namespace) -> int:
    """Do what a command below `config` asks for; the exit code."""
    if options.config_command == "show":
        return _show(options)
    if options.config_command == "validate":
        from celerylint.hosts.validation import validate

        return validate(options.paths or ["."], options.output_format)
    with open(SCHEMA, encoding="utf-8") as file:
        say(file.read())
    return 0


def _show(options: argparse.Namespace) -> int:
    path = options.path
    if not os.path.exists(path):
        raise SettingsError(f"{path}: No such file or directory")
    request = request_of(options)
    refuse_unknown(request)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    config = config_in(folder, request)
    origins = origins_of(config, request)
    write = _as_json if options.output_format == "json" else _as_text
    say(write(path, config, origins))
    return 0


def origins_of(config: Config, request: Request) -> dict[str, list[Origin]]:
    """Where the value of each field comes from; more than one place where they add up."""
    found: dict[str, list[Origin]] = {}
    files = [read_file(path) for path in config.files]
    for file in reversed(files):  # the farthest first
        lines = lines_of(file.data.decode())
        table = file.table if isinstance(file.table, dict) else {}
        if "select" in table:
            for field in _JOINED:
                found.pop(field, None)
        for key in table:
            field = key.replace("-", "_")
            origin = Origin("file", file.path, lines.get(("tool", "celerylint", key)))
            found[field] = [*(found.get(field, []) if field in _JOINED else []), origin]
    for field in ("select", "extend_select", "ignore", "profile", "conventions"):
        if getattr(request, field) not in (None, ()):
            before = found.get(field, []) if field in (*_JOINED, "conventions") else []
            found[field] = [*before, Origin("option", f"--{field.replace('_', '-')}")]
    found.setdefault("target_celery", _bound(files))
    for field in Settings._fields:
        added = [pack for pack in config.settings.conventions if field in PACKS[pack].words]
        found.setdefault(field, [Origin("default"), *(Origin("pack", pack) for pack in added)])
    return found


def _bound(files: list[SettingsFile]) -> list[Origin]:
    """Where the dependencies of a project say which Celery it needs."""
    for file in files:
        if lower_bound(file.document):
            lines = lines_of(file.data.decode())
            return [Origin("dependencies", file.path, lines.get(("project", "dependencies")))]
    return [Origin("default")]


def _as_text(path: str, config: Config, origins: dict[str, list[Origin]]) -> str:
    """A settings file that says the same, with where each value comes from."""
    files = ", which extends ".join(map(shown, config.files)) or "no settings file"
    lines = [f"# What holds for {path}: {files}", f"# Globs are relative to {config.root}", "[tool.celerylint]"]
    for field, value in zip(Settings._fields, config.settings, strict=True):
        key, where = field.replace("_", "-"), ", ".join(map(str, origins[field]))
        if value is None:
            lines.append(f"# {key} is not set")
        elif field == "extend":
            lines.append(f"# {key} = {toml_value(field, value)}  # {where}")
        else:
            text = toml_value(field, value)
            lines.append(f"{key} = {text}  # {where}")
    return "".join(f"{line}\n" for line in lines)


def _as_json(path: str, config: Config, origins: dict[str, list[Origin]]) -> str:
    import json

    settings = {}
    for field, value in zip(Settings._fields, config.settings, strict=True):
        where = [{key: part for key, part in origin._asdict().items() if part} for origin in origins[field]]
        settings[field.replace("_", "-")] = {"value": plain(field, value), "origin": where}
    files = [os.path.abspath(each) for each in config.files]
    whole = {"path": path, "root": config.root, "files": files, "settings": settings}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def plain(field: str, value: object) -> object:
    """A value of a field of `Settings` as JSON has it."""
    if field == "target_celery" and isinstance(value, tuple):
        return ".".join(map(str, value))
    if field in TABLES and isinstance(value, tuple):
        return {key: list(words) for key, words in grouped(value).items()}
    return list(value) if isinstance(value, tuple) else value
