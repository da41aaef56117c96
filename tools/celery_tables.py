"""Hold the tables about Celery against Celery: `python -m tools.celery_tables`.

Each version is installed in an environment of its own, where tools/celery_probe.py prints what it has. Every difference
is a line; `--write` keeps what was found in tools/celery-tables.json, which the tests hold the tables against.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from celerylint.celery import calls, databases, exceptions, names, options, removed, schedules, serialisation, states
from celerylint.celery.settings import APP_KEYWORDS, APP_PARAMETERS, SETTINGS, SETTINGS_SINCE
from proofs.run import VERSIONS, environment

Version: TypeAlias = tuple[int, ...]
Kinds: TypeAlias = Mapping[str, Iterable[str]]

HERE = Path(__file__).parent
RECORD = HERE / "celery-tables.json"
OLDEST = "5.2.7"

WIDER = frozenset({"call options", "coroutine methods", "publish options", "serializers"})
"""Kinds of which our tables hold more: what only some libraries beside Celery have."""

PARTIAL = frozenset({"exceptions", "methods of tasks", "places", "setting types", "setting defaults"})
"""Kinds of which our tables hold a part: what rules speak of, or what the newest Celery says."""

NEWER: Mapping[str, Mapping[str, Version]] = {
    "methods of tasks": {"delay_on_commit": (5, 4), "apply_async_on_commit": (5, 4)},
    "app parameters": {"config_source_silent": (5, 7)},
    "crontab": {
        "names of months": schedules.MONTH_NAMES_SINCE,
        "impossible dates refused": schedules.IMPOSSIBLE_DATES_SINCE,
    },
    "setting types": {"worker_concurrency: any": (5, 7)},
    "setting defaults": {
        'database_engine_options = [["pool_pre_ping", true], ["pool_recycle", 3600]]': (5, 7),
        "control_queue_exclusive = true": (5, 7),
        "event_queue_exclusive = true": (5, 7),
    },
    "signals": {"worker_before_create_process": (5, 3)},
}
"""The first Celery that has what is no option nor a setting."""


def tables(version: Version) -> dict[str, set[str]]:
    """What our tables say that a version has, by kind."""

    def there(kind: str, words: Iterable[str], since: Mapping[str, Version] = options.SINCE) -> set[str]:
        newer = {**since, **NEWER.get(kind, {})}
        return {word for word in words if newer.get(word, version) <= version}

    hooks = there("hooks", options.HOOK_PARAMETERS)
    rows = [row for row in SETTINGS if SETTINGS_SINCE.get(row[0], version) <= version]
    by_place = {
        **calls.PARAMETERS,
        "crontab": schedules.CRONTAB_FIELDS,
        "add_periodic_task": schedules.PERIODIC_TASK_PARAMETERS,
        "update_state": states.UPDATE_STATE_PARAMETERS,
    }
    methods = calls.SENDING | calls.PASSING | calls.SIGNING | calls.OF_TASKS_ONLY
    parents = {name.rpartition(".")[2]: parent for name, parent in exceptions.PARENTS.items()}
    found = {
        "factory options": options.FACTORY_OPTIONS,
        "task attributes": options.TASK_ATTRIBUTES,
        "task methods": options.TASK_METHODS,
        "hooks": {f"{name}({', '.join(options.HOOK_PARAMETERS[name])})" for name in hooks} | {"on_bound()"},
        "publish options": options.PUBLISH_OPTIONS,
        "autoretry options": options.AUTORETRY_OPTIONS,
        "places": {f"{name} {place} {each}" for name, own in by_place.items() for place, each in enumerate(own)},
        "call options": calls.CALL_OPTIONS,
        "methods of tasks": methods - {"send_task"},
        "app parameters": APP_PARAMETERS | set(APP_KEYWORDS),
        "schedule arguments": schedules.CRONTAB_ARGUMENTS,
        "entry keys": schedules.SCHEDULE_ENTRY_KEYS,
        "crontab": {"names of months", "impossible dates refused"},
        "rate units": set(schedules.RATE_UNITS),
        "inspections": calls.INSPECTIONS,
        "settings": {row[0] for row in rows},
        "setting types": {f"{row[0]}: {row[1]}" for row in rows},
        "setting defaults": {f"{row[0]} = {json.dumps(row[2])}" for row in rows},
        "old settings": {f"{row[0]} was {row[3]}" for row in rows},
        "importable": present() | {name for name, since in gone().items() if since > version},
        "refused by JSON": set(serialisation.REFUSED_CALLS),
        "serializers": set(serialisation.SERIALIZERS),
        "signals": names.SIGNALS,
        "app signals": names.APP_SIGNALS,
        "states": states.STATES,
        "exception states": states.EXCEPTION_STATES,
        "exceptions": {f"{name} is {parent}" for name, parent in parents.items()},
        "predicates": {name.rpartition(".")[2] for name in exceptions.PREDICATES},
        "coroutine methods": {f"{kind}.{name}" for kind, own in databases.AWAITED_METHODS.items() for name in own},
    }
    return {kind: there(kind, words) for kind, words in found.items()}


def present() -> set[str]:
    """The qualified names of Celery and its libraries in our tables."""
    modules = (calls, exceptions, names, schedules, serialisation, states)
    kept = [table for module in modules for table in vars(module).values() if isinstance(table, (frozenset, dict))]
    spelt = {name for table in kept for name in table} | {names.EAGER_RESULT, *exceptions.TIMEOUTS}
    for table in (removed.REMOVED, removed.REMOVED_FROM_TASK, removed.REMOVED_FROM_APP):
        spelt |= {name for _, advice in table.values() for name in re.findall(r"`((?:celery|kombu)\.[\w.]+)", advice)}
    return {name.removesuffix("()") for name in spelt if name.startswith(("celery.", "kombu.", "billiard."))}


def gone() -> dict[str, Version]:
    """The qualified names that Celery once had, and the version that removed each."""
    kinds = {
        "": removed.REMOVED,
        "celery.Task.": removed.REMOVED_FROM_TASK,
        "celery.current_app.": removed.REMOVED_FROM_APP,
    }
    return {owner + name: since for owner, table in kinds.items() for name, (since, _) in table.items()}


def probe(python: str) -> dict[str, list[str]]:
    """What the Celery of an interpreter has, by kind."""
    asked = {"importable": sorted(present() | gone().keys()), "refused": sorted(serialisation.REFUSED_CALLS)}
    command = [python, "-W", "ignore", str(HERE / "celery_probe.py")]
    done = subprocess.run(command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout))


def differences(version: str, has: Kinds) -> list[str]:
    """A line for each difference between our tables and what a version of Celery has."""
    lines = []
    for kind, ours in tables(numbers(version)).items():
        theirs = set(has[kind])
        absent = set() if kind in WIDER else ours - theirs
        unlisted = set() if kind in PARTIAL else theirs - ours
        lines += [f"celery {version}: {kind}: it does not have {each}" for each in sorted(absent)]
        lines += [f"celery {version}: {kind}: our table does not have {each}" for each in sorted(unlisted)]
    return lines


def numbers(version: str) -> Version:
    """The first two numbers of a version."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:2])


def recorded() -> dict[str, dict[str, set[str]]]:
    """What each version has, as it was found last."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, groups in json.loads(RECORD.read_text(encoding="utf-8")).items():
        for versions, words in groups.items():
            for version in versions.split():
                found[version][kind].update(words)
    return found


def record_json(found: Mapping[str, Kinds]) -> str:
    """The contents of the record: by kind, the words that the same versions have."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for kind in next(iter(found.values())):
        having: dict[str, list[str]] = defaultdict(list)
        for version, has in found.items():
            for word in has[kind]:
                having[word].append(version)
        kinds[kind] = defaultdict(list)
        for word in sorted(having):
            kinds[kind][" ".join(having[word])].append(word)
    return json.dumps(kinds, indent=1, sort_keys=True) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status is 1 if our tables differ from some version."""
    parser = argparse.ArgumentParser(prog="python -m tools.celery_tables", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help=f"write {RECORD.name}")
    write = parser.parse_args(arguments).write
    found = {}
    for wanted in (OLDEST, *VERSIONS):
        python, version = environment(wanted)
        found[version] = probe(python)
    lines = [line for version, has in found.items() for line in differences(version, has)]
    print("\n".join(lines) or f"no difference: celery {', '.join(found)}")
    if write:
        RECORD.write_text(record_json(found), encoding="utf-8")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
