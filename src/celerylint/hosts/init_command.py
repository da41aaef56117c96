"""`celerylint init`: look at a project, and write what it calls things into its settings."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from typing import Any

from celerylint.core.settings import NEWEST_CELERY, Settings, SettingsError, matches_any
from celerylint.hosts.cli import FAILED, complain, say
from celerylint.hosts.config_command import plain
from celerylint.hosts.config_file import FILE_NAME, Config, config_for, lower_bound, read_config
from celerylint.hosts.init_report import TABLE, diff_of, report, text_of
from celerylint.hosts.settings_edit import Edit
from celerylint.hosts.settings_table import settings_from
from celerylint.hosts.toml_text import toml_value
from celerylint.linter.celery_version import celery_versions
from celerylint.linter.deployment import WorkerCommand, worker_commands
from celerylint.linter.files import shown
from celerylint.linter.project import project_root
from celerylint.linter.proposals import Proposal, proposals_of
from celerylint.linter.survey import Place, Survey


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `init`."""
    add = parser.add_argument
    add("path", nargs="?", default=".", metavar="PATH", help="a folder of the project (default: .)")
    add("--update", action="store_true", help="add to a table [tool.celerylint] that is there what it lacks")
    add("--force", action="store_true", help="write a table [tool.celerylint] that is there anew")
    add("--dry-run", action="store_true", help="say what would be written, and write nothing")
    add("--diff", action="store_true", help="the same, as the lines that would change")


def run(options: argparse.Namespace) -> int:
    """Look, write and report. Raises SettingsError."""
    if not os.path.isdir(options.path):
        raise SettingsError(f"{options.path}: no folder")
    if options.update and options.force:
        raise SettingsError("--update and --force exclude each other")
    root = project_root(os.path.abspath(options.path))
    is_dry = options.dry_run or options.diff
    edit = Edit(os.path.join(root, FILE_NAME))
    if edit.get(TABLE) is not None:
        settings_from(edit.get(TABLE), edit.path)  # what is wrong with it is said now
        if not (options.update or options.force or is_dry):
            where = f"{shown(edit.path)}:{edit.line(TABLE)}"
            raise SettingsError(f"{where}: [tool.celerylint] is there; --update adds to it, --force writes it anew")
        if options.force:
            edit.drop(TABLE)
    known = _known(root, edit)
    survey = Survey(root)
    found, notes = _found(survey, worker_commands(root), known, edit)
    values = _values(found, known)
    own = edit.get(TABLE) or {}
    edit.add(TABLE, {_key(field): _pair(field, value, known, own) for field, value in values.items()})
    edits = [edit, *_for_ruff(root, edit, notes)]
    changed = [each for each in edits if each.text.encode() != each.data]
    if options.diff:
        say("".join(diff_of(each) for each in changed))
        return 0
    if not is_dry:
        for each in changed:
            each.write()
    after = known._replace(settings=known.settings._replace(**values), given=known.given | set(values))
    report(survey, found, notes, known, after, changed, is_dry)
    for failure in survey.failures:
        complain(failure)
    return FAILED if survey.failures else 0


# --- what is proposed


def _known(root: str, edit: Edit) -> Config:
    """The settings that hold in a project now, but for a table that is going to be written anew."""
    if edit.get(TABLE) is not None:
        config = read_config(edit.path)
        assert config is not None
        return config
    held = config_for(os.path.join(root, "_"))
    if held.path and os.path.realpath(held.path) != os.path.realpath(edit.path):
        return held
    return Config(Settings(target_celery=lower_bound(edit.meaning) or NEWEST_CELERY), root)


def _found(
    survey: Survey, commands: list[WorkerCommand], known: Config, edit: Edit
) -> tuple[list[Proposal], list[str]]:
    """What is proposed that the settings do not say already; and what was seen and left to a person."""
    settings = known.settings
    found = [each for each in proposals_of(survey) if not matches_any(each.value, getattr(settings, each.field))]
    notes: list[str] = []
    if known.path and edit.get(TABLE) is None:
        above = os.path.relpath(known.path, survey.root).replace(os.sep, "/")
        found.append(Proposal("extend", above, "its settings held here until now", (Place(known.path, 1),)))
    if settings.worker_pool is None:
        found += _pool(commands, survey, notes)
    if not settings.queues:
        found += _queues(commands, survey, notes)
    if "target_celery" not in known.given and lower_bound(edit.meaning) is None:
        found += _target(survey.root)
    order = {field: place for place, field in enumerate(Settings._fields)}
    return sorted(found, key=lambda each: order[each.field]), notes


def _pool(commands: list[WorkerCommand], survey: Survey, notes: list[str]) -> list[Proposal]:
    pools = {command.pool for command in commands}
    if not commands or None in pools:
        return []
    places = tuple(Place(command.path, command.line) for command in commands)
    if len(pools) > 1:
        named = ", ".join(f"{pool} {count}" for pool, count in sorted(Counter(each.pool for each in commands).items()))
        notes.append(f"worker-pool: left out, workers run with several ({named}; {survey.shown(places[0])})")
        return []
    if not any(command.names_pool for command in commands) and survey.sets_pool:
        return []
    (pool,) = pools
    how = "names it" if all(command.names_pool for command in commands) else "names no other"
    return [Proposal("worker_pool", pool, f"each command that starts a worker {how}", places)]


def _queues(commands: list[WorkerCommand], survey: Survey, notes: list[str]) -> list[Proposal]:
    """The queues of all workers, where each says which, and no task is sent to another."""
    if not commands or any(not command.queues for command in commands):
        return []
    consumed = tuple(dict.fromkeys(queue for command in commands for queue in command.queues or ()))
    others = {name: places for name, places in survey.queues.items() if name not in consumed}
    if others:
        name, sent = next(iter(sorted(others.items())))
        where = f"{survey.shown(sent[0])}, which no worker here consumes"
        notes.append(f"queues: left out, tasks are sent to {name!r} as well ({where})")
        return []
    places = tuple(Place(command.path, command.line) for command in commands)
    return [Proposal("queues", consumed, "what the commands that start workers consume", places)]


def _target(root: str) -> list[Proposal]:
    versions = celery_versions(root)
    declared = [each for each in versions if not each.is_lock] or versions
    if not declared:
        return []
    oldest = min(declared, key=lambda each: each.version)
    if oldest.version == NEWEST_CELERY:
        return []
    why = "the version that is locked" if oldest.is_lock else "the oldest that the dependencies allow"
    return [Proposal("target_celery", oldest.version, why, (Place(oldest.path, oldest.line),))]


def _values(found: list[Proposal], known: Config) -> dict[str, Any]:
    """The values of the fields that change: words join those that hold, which they would else replace."""
    values: dict[str, Any] = {}
    for each in found:
        joins = isinstance(getattr(Settings(), each.field), tuple) and isinstance(each.value, str)
        before = values.get(each.field, getattr(known.settings, each.field))
        values[each.field] = (*before, each.value) if joins else each.value
    return values


def _key(field: str) -> str:
    return field.replace("_", "-")


def _pair(field: str, value: Any, known: Config, own: dict[str, Any]) -> tuple[str, Any]:
    """A value as text, and as what that means; of a list that the table has already, what it lacks."""
    if _key(field) in own and isinstance(value, tuple):
        value = value[len(getattr(known.settings, field)) :]
    return toml_value(field, value), plain(field, value)


def _for_ruff(root: str, pyproject: Edit, notes: list[str]) -> list[Edit]:
    """Tell ruff, where it is used, to leave `# noqa: CEL...` alone: in the file that it reads, which is the first of
    these that is there."""
    for name in (".ruff.toml", "ruff.toml"):
        if os.path.exists(os.path.join(root, name)):
            edit = Edit(os.path.join(root, name))
            table: tuple[str, ...] = ("lint",)
            break
    else:
        edit, table = pyproject, ("tool", "ruff", "lint")
        if edit.get(("tool", "ruff")) is None and "ruff-pre-commit" not in text_of(root, ".pre-commit-config.yaml"):
            return []
    old = table[:-1]
    if isinstance(edit.get((*old, "external")), list):  # as ruff had it before 0.2
        table = old
    external = edit.get((*table, "external"))
    if isinstance(external, list) and any(
        "CEL".startswith(each) for each in external if isinstance(each, str) and each
    ):
        return []
    try:
        edit.add(table, {"external": ('["CEL"]', ["CEL"])})
    except SettingsError as error:
        notes.append(f'ruff needs `external = ["CEL"]` to keep `# noqa: CEL...`; add it yourself: {error}')
    return [] if edit is pyproject else [edit]
