"""`celerylint guide`: the conventions that the settings enforce, as a Markdown page for people and assistants.

Each rule that is on says what to write and why in the words of its own documentation, with the example of its page
(`examples.json`, written by `tools/examples.py`); names that the settings give stand in the place of the usual ones.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator

import celerylint
from celerylint.core.packs import PACKS
from celerylint.core.regex import regex
from celerylint.core.rule import DOCUMENTATION, Rule
from celerylint.core.settings import NEWEST_CELERY, Settings, SettingsError
from celerylint.hosts.check_command import request_of
from celerylint.hosts.check_files import config_in, refuse_unknown
from celerylint.hosts.cli import add_rule_options, add_settings_options, complain, say
from celerylint.linter.catalogue import documentation
from celerylint.linter.ledger import served_by
from celerylint.linter.selection import selected

EXAMPLES = os.path.join(os.path.dirname(celerylint.__file__), "examples.json")

SUBJECTS = {
    "definition": "Defining tasks",
    "retry": "Retries, errors and limits",
    "database": "Sessions and queries",
    "event_loop": "Coroutines and waiting",
    "calling": "Sending tasks and reading results",
    "canvas": "Workflows",
    "schedule": "Schedules, routes and configuration",
    "observability": "Logs, metrics and progress",
    "upkeep": "Tests and upkeep",
}
"""What the series of rules are about, in the order of the page."""

_WORDS = {
    "session_factories": ("Open a database session with", "SessionLocal"),
    "session_generators": ("Take a database session from", "get_db"),
    "scoped_sessions": ("The session that is always there is", "db.session"),
    "async_runners": ("Run a coroutine in a task with", "run_async"),
    "lock_decorators": ("Let one run in at a time with the decorator", "single_instance"),
    "breaker_decorators": ("Guard calls of a service with the decorator", "circuit_breaker"),
    "metric_calls": ("Measure a run with", "observe_job"),
    "scheduler_helpers": ("Put a task into the schedule with", "_sync_scheduled_task"),
    "task_decorators": ("Make a task with the decorator", ""),
    "task_bases": ("Derive a class-based task from", ""),
    "service_packages": ("The work of a task is done by modules below", ""),
    "queues": ("Workers consume the queues", ""),
    "external_tasks": ("Other services register the tasks", ""),
}
"""What the words of a setting are for, and the usual one that examples use."""

_SAME = {"run_async": ("run_async", "_run_async")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `guide`."""
    add = parser.add_argument
    add("path", nargs="?", default=".", metavar="PATH", help="a file or folder whose settings hold (default: .)")
    add(
        "--detail",
        choices=("brief", "normal", "full"),
        default="normal",
        help="a line for each rule; with reason and example (default); with the whole of its documentation",
    )
    add("--output", "-o", metavar="FILE", help="write the page to a file instead of standard output")
    add_rule_options(parser)
    add_settings_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write the page. Raises SettingsError."""
    if not os.path.exists(options.path):
        raise SettingsError(f"{options.path}: No such file or directory")
    request = request_of(options)
    refuse_unknown(request)
    config = config_in(options.path if os.path.isdir(options.path) else os.path.dirname(options.path), request)
    rules = [entry.rule for entry in selected(config.settings)]
    page = guide(rules, config.settings, options.detail)
    if options.output is None:
        say(page)
        return 0
    from celerylint.linter.write_file import write_file

    write_file(options.output, page.encode())
    complain(f"{len(rules)} convention{'s' * (len(rules) != 1)} written to {options.output}")
    return 0


def guide(rules: Iterable[Rule], settings: Settings, detail: str) -> str:
    """The page for some rules. The same rules and settings give the same page."""
    with open(EXAMPLES, encoding="utf-8") as file:
        examples: dict[str, str] = json.load(file)
    by_subject: dict[str, list[Rule]] = {series: [] for series in SUBJECTS}
    for rule in sorted(rules, key=lambda rule: rule.code):
        by_subject.setdefault(rule.series, []).append(rule)
    parts = [_introduction(settings)]
    for series, those in by_subject.items():
        if those:
            parts.append(f"## {SUBJECTS.get(series, series)}")
        if those and detail == "brief":
            parts.append("\n".join(f"- {_brief(rule)}" for rule in those))
        elif those:
            parts += [part for rule in those for part in _section(rule, examples[rule.name], settings, detail)]
    own = {usual: word for field, (_, usual) in _WORDS.items() if usual and (word := own_word(settings, field))}
    return "\n\n".join(_in_words_of(own, part) for part in parts) + "\n"


# --- the words of the project


def own_words(settings: Settings, field: str) -> tuple[str, ...]:
    """The words of a setting that are there neither by default nor by a pack."""
    of_packs = (word for pack in settings.conventions for word in PACKS[pack].words.get(field, ()))
    usual = {*Settings._field_defaults[field], *of_packs}
    return tuple(word for word in getattr(settings, field) if word not in usual)


def own_word(settings: Settings, field: str) -> str | None:
    """The first of them that can stand in code: a name, without what leads to it."""
    words = (word.rpartition(".")[2] for word in own_words(settings, field) if "*" not in word)
    return next((word for word in words if word.isidentifier()), None)


def _in_words_of(own: dict[str, str], part: str) -> str:
    """A part of the page with the project's names for what examples call by the usual ones. What opens a session is
    named only where it is entered: of another call it is not known whether the result is to be closed."""
    for usual, word in own.items():
        for name in _SAME.get(usual, (usual,)):
            pattern = regex(rf"(?<![\w.]){name}(?!\w)")
            if usual != "SessionLocal" or all(
                part[: found.start()].endswith(("with ", "import ")) for found in pattern.finditer(part)
            ):
                part = pattern.sub(word, part)
    return part


def _introduction(settings: Settings) -> str:
    lines = [
        "# Celery conventions of this project",
        "",
        "Written by `celerylint guide` from the settings of the project. `celerylint check` reports what breaks one of",
        f"these conventions under its code; `celerylint explain CODE` tells more. Pages: <{DOCUMENTATION}/>.",
    ]
    facts = []
    if settings.worker_pool:
        facts.append(f"Workers run the pool `{settings.worker_pool}`.")
    if settings.target_celery != NEWEST_CELERY:
        facts.append("The code must run on Celery {}.{} and newer.".format(*settings.target_celery))
    for field, (about, _) in _WORDS.items():
        if words := own_words(settings, field):
            facts.append(f"{about} {', '.join(f'`{word}`' for word in words)}.")
    return "\n".join([*lines, *(["", *(f"- {fact}" for fact in facts)] if facts else [])])


# --- one rule


def _brief(rule: Rule) -> str:
    """What to write and what is wrong, in a line."""
    wrong, _, advice = _documented(rule)
    return f"**{rule.code}** {advice[0]} Wrong: {wrong}"


def _section(rule: Rule, example: str, settings: Settings, detail: str) -> Iterator[str]:
    wrong, reasons, advice = _documented(rule)
    yield f"### {rule.code} {rule.name}"
    yield " ".join(advice)
    packs = set(settings.conventions)
    said = dict.fromkeys(each.says for each in served_by(rule) if each.pack in packs)
    if said:
        yield f"House rule: {' '.join(said)}"
    if detail == "full":
        yield f"Wrong: {wrong}"
        yield from reasons
    else:
        yield f"Wrong: {wrong} Why: {sentences(reasons[0])[0]}"
    yield f"```python\n{example}```"


def _documented(rule: Rule) -> tuple[str, list[str], list[str]]:
    """What a rule says of itself: what is wrong, the paragraphs about what happens then, and the sentences about what
    to write."""
    wrong, *reasons, advice = documentation(rule).split("\n\n")
    told = [sentence for sentence in sentences(advice) if not sentence.startswith("Turn it on")]
    return " ".join(wrong.split()), reasons, told


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph.

    >>> sentences("Write `a.B` here. Or `b`, 1.5 times.")
    ['Write `a.B` here.', 'Or `b`, 1.5 times.']
    """
    text, found, start, in_code = " ".join(paragraph.split()), [], 0, False
    for place, character in enumerate(text):
        in_code = in_code is not (character == "`")
        after = text[place + 1 : place + 3]
        if character == "." and not in_code and after[:1] in ("", " ") and not after[1:].islower():
            found.append(text[start : place + 1])
            start = place + 2
    return [*found, text[start:]] if text[start:] else found
