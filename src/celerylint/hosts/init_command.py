"""`celerylint init`: look at a project, and write what it calls things into its settings."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from typing import Any, NamedTuple

from celerylint import __version__
from celerylint.core.packs import PACKS, with_words
from celerylint.core.settings import NEWEST_CELERY, Settings, SettingsError, matches_any
from celerylint.hosts.cli import FAILED, complain, say
from celerylint.hosts.config_command import plain
from celerylint.hosts.config_file import FILE_NAME, lower_bound
from celerylint.hosts.settings_edit import Edit
from celerylint.hosts.settings_table import settings_from
from celerylint.hosts.toml_text import toml_value
from celerylint.linter.celery_version import celery_versions
from celerylint.linter.deployment import WorkerCommand, worker_commands
from celerylint.linter.files import shown
from celerylint.linter.project import project_root
from celerylint.linter.proposals import proposals_of
from celerylint.linter.survey import Place, Survey

_TABLE = ("tool", "celerylint")
_SHOWN = 3
_SPOKEN = ("lock_decorators", "async_runners", "metric_calls", "scheduler_helpers", "breaker_decorators")
"""The words of packs that tell that a project works as the pack has it."""


class Found(NamedTuple):
    """A value that is proposed for a setting, why, and where that is seen."""

    field: str
    value: Any
    why: str
    places: tuple[Place, ...]


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
    table = edit.get(_TABLE)
    if table is not None:
        settings_from(table, edit.path)  # what is wrong with it is said now
        if not (options.update or options.force or is_dry):
            where = f"{shown(edit.path)}:{edit.line(_TABLE)}"
            raise SettingsError(f"{where}: [tool.celerylint] is there; --update adds to it, --force writes it anew")
        if options.force:
            edit.drop(_TABLE)
    survey = Survey(root)
    commands = worker_commands(root)
    found, notes = _found(survey, commands, edit)
    edit.add(_TABLE, {key: _pair(field, value) for field, key, value in _values(found, edit)})
    edits = [edit, *_for_ruff(root, edit, notes)]
    changed = [each for each in edits if each.text.encode() != each.data]
    if options.diff:
        say("".join(_diff(each) for each in changed))
        return 0
    if not is_dry:
        for each in changed:
            each.write()
    _report(survey, found, notes, edit, changed, is_dry)
    for failure in survey.failures:
        complain(failure)
    return FAILED if survey.failures else 0


# --- what is proposed


def _found(survey: Survey, commands: list[WorkerCommand], edit: Edit) -> tuple[list[Found], list[str]]:
    """What is proposed that the settings do not say already; and what was seen and left to a person."""
    known = settings_from(edit.get(_TABLE) or {}, edit.path)
    found = [Found(*each) for each in proposals_of(survey) if not matches_any(each.value, getattr(known, each.field))]
    notes: list[str] = []
    if known.worker_pool is None:
        found += _pool(commands, survey, notes)
    if not known.queues:
        found += _queues(commands, survey, notes)
    table = edit.get(_TABLE) or {}
    if "target-celery" not in table and lower_bound(edit.meaning) is None:
        found += _target(survey.root)
    order = {field: place for place, field in enumerate(Settings._fields)}
    return sorted(found, key=lambda each: order[each.field]), notes


def _pool(commands: list[WorkerCommand], survey: Survey, notes: list[str]) -> list[Found]:
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
    return [Found("worker_pool", pool, f"each command that starts a worker {how}", places)]


def _queues(commands: list[WorkerCommand], survey: Survey, notes: list[str]) -> list[Found]:
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
    return [Found("queues", consumed, "what the commands that start workers consume", places)]


def _target(root: str) -> list[Found]:
    versions = celery_versions(root)
    declared = [each for each in versions if not each.is_lock] or versions
    if not declared:
        return []
    oldest = min(declared, key=lambda each: each.version)
    if oldest.version == NEWEST_CELERY:
        return []
    why = "the version that is locked" if oldest.is_lock else "the oldest that the dependencies allow"
    return [Found("target_celery", oldest.version, why, (Place(oldest.path, oldest.line),))]


def _values(found: list[Found], edit: Edit) -> list[tuple[str, str, Any]]:
    """Field, key and value of what is to be written: words join those of the setting, which it would else replace."""
    table = edit.get(_TABLE) or {}
    values: dict[str, Any] = {}
    for each in found:
        if isinstance(each.value, str) and each.field != "worker_pool":
            default = () if each.field.replace("_", "-") in table else getattr(Settings(), each.field)
            values[each.field] = (*values.get(each.field, default), each.value)
        else:
            values[each.field] = each.value
    return [(field, field.replace("_", "-"), value) for field, value in values.items()]


def _pair(field: str, value: Any) -> tuple[str, Any]:
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
        if edit.get(("tool", "ruff")) is None and "ruff-pre-commit" not in _text(root, ".pre-commit-config.yaml"):
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


def _text(root: str, name: str) -> str:
    try:
        with open(os.path.join(root, name), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


# --- what is said


def _report(
    survey: Survey, found: list[Found], notes: list[str], edit: Edit, changed: list[Edit], is_dry: bool
) -> None:
    tasks, files = _count_of(survey.tasks, "task"), _count_of(survey.files, "file")
    lines = [f"{tasks}, {files} with a word of Celery below {_below(survey.root)}", ""]
    for each in found:
        where = ", ".join(map(survey.shown, each.places[:_SHOWN]))
        more = len(each.places) - _SHOWN
        value = (each.value,) if isinstance(each.value, str) and each.field != "worker_pool" else each.value
        lines.append(f"{each.field.replace('_', '-')} = {toml_value(each.field, value, 10**6)}")
        lines.append(f"    {each.why}: {where}{f' and {more} more' if more > 0 else ''}")
    if not found:
        lines.append("Nothing to name: what the project calls things is known, or does not show.")
    lines += [f"({note})" for note in notes]
    say("".join(f"{line}\n" for line in [*lines, ""]))
    for written in changed:
        complain(f"{'would write' if is_dry else 'wrote'} {shown(written.path)}")
    _count(survey, found, edit)
    say("".join(f"{line}\n" for line in _next_steps(survey.root)))


def _count_of(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _below(root: str) -> str:
    return "." if root == os.getcwd() else shown(root)


def _count(survey: Survey, found: list[Found], edit: Edit) -> None:
    """Say what a check gives with the settings as they are written, and what it would give otherwise."""
    from celerylint.hosts.trial import trial

    table = edit.get(_TABLE) or {}
    settings = settings_from(table, edit.path)
    if "target-celery" not in table:
        settings = settings._replace(target_celery=lower_bound(edit.meaning) or settings.target_celery)
    now = trial(survey.root, settings)
    start = "" if "profile" in table else ", which is what to start with"
    lines = [f"With the profile {settings.profile!r}{start}: {now}"]
    if found:
        lines[0] += (
            f" ({trial(survey.root, Settings(target_celery=settings.target_celery)).findings} without these settings)"
        )
    for pack, word, place in _spoken(survey, settings):
        with_pack = settings._replace(conventions=(*settings.conventions, pack))
        given = {key.replace("-", "_") for key in table}
        more = trial(survey.root, with_words(with_pack, given)).findings - now.findings
        lines.append(
            f'With conventions = ["{pack}"]: {more} more; the project speaks as it does ({word}, {survey.shown(place)})'
        )
    say("".join(f"{line}\n" for line in [*lines, ""]))


def _spoken(survey: Survey, settings: Settings) -> list[tuple[str, str, Place]]:
    """The packs whose words the project uses, each with one of them and its place."""
    spoken = []
    for pack, house in PACKS.items():
        words = [word for field in _SPOKEN for word in house.words.get(field, ())]
        uses = [
            use
            for table in (survey.called, survey.decorating)
            for name, all_uses in table.items()
            for use in all_uses[:1]
            if matches_any(name, tuple(words))
        ]
        if uses and pack not in settings.conventions:
            spoken.append((pack, uses[0].text, uses[0].place))
    return spoken


def _next_steps(root: str) -> list[str]:
    steps = [
        "Next:",
        "  celerylint check              see the findings",
        "  celerylint baseline create    accept those that are there, and hear of new ones only",
    ]
    for name, section in ((".flake8", "flake8"), ("setup.cfg", "flake8"), ("tox.ini", "flake8")):
        if f"[{section}]" in (text := _text(root, name)):
            selects = any(line.replace(" ", "").startswith("select=") for line in text.splitlines())
            more = f": add `extend-select = CEL` to {name}" if selects and "CEL" not in text else ""
            steps.append(f"  flake8 reports the same once celerylint is installed beside it{more}")
            break
    if (text := _text(root, ".pre-commit-config.yaml")) and "celerylint" not in text:
        steps += [
            "  in .pre-commit-config.yaml, below `repos:`",
            "    - repo: https://github.com/celerylint/celerylint",
            f"      rev: v{__version__}",
            "      hooks:",
            "        - id: celerylint",
        ]
    return steps


def _diff(edit: Edit) -> str:
    from difflib import unified_diff

    name = shown(edit.path)
    old, new = (text.splitlines(keepends=True) for text in (edit.data.decode(), edit.text))
    lines = unified_diff(old, new, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
