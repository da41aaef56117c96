"""What the files around the code of a project tell of its workers: the commands that start them.

Read as text: Procfiles, compose files, Dockerfiles, shell scripts, units of systemd, programs of supervisor, manifests
of Kubernetes. A command of which a part is put in at run time tells nothing of that part.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from typing import NamedTuple, get_args, get_type_hints

from celerylint.core.regex import regex
from celerylint.core.settings import Settings
from celerylint.linter.all_files import is_aside
from celerylint.linter.files import LEFT_OUT
from celerylint.linter.versions import UNSETTLED, version_of

_NAMES = regex(
    r"(?i)^(procfile.*|(.*\.)?dockerfile.*|.*\.(sh|bash|service|conf|ini|ya?ml|hcl|tf)|.*entrypoint.*|start|run|worker)$"
)
_ASIDE = regex(
    r"(?i)(^|[/._-])(dev|devel|development|local|tests?|testing|ci|debug|windows|win|example|sample)([/._-]|$)"
)
_LARGEST = 300_000
_ENDS = frozenset({"&&", "||", "|", ";", "&", ")", "]", "}", ">", ">>", "2>", "2>&1"})
_FLAGS = frozenset(
    "-E -B -D -h --events --task-events --beat --detach --discard --purge --without-gossip --without-mingle "
    "--without-heartbeat".split()
)
_VARIABLE = regex(r"[$%{<`]")
_POOLS = frozenset(get_args(get_args(get_type_hints(Settings)["worker_pool"])[0]))
_ITEM = regex(r"^\s*-\s+(?=\S)")
_BLOCK = regex(r"(^|[\s:-])[>|][+-]?\s*$")


class WorkerCommand(NamedTuple):
    """A command that starts a worker. `pool` and `queues` are None if a variable decides, `queues` empty without `-Q`;
    `names_pool` tells whether the pool is written out."""

    path: str
    line: int
    pool: str | None
    queues: tuple[str, ...] | None
    names_pool: bool = False


def worker_commands(root: str) -> list[WorkerCommand]:
    """The commands in the files of a project, but for those of tests, examples and machines of developers."""
    found = []
    for path in deployment_files(root):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(_LARGEST)
        except OSError:
            continue
        if "celery" in text and "worker" in text:
            found += [command for line, words in _lines(path, text) for command in _commands(path, line, words)]
    return found


def deployment_files(root: str) -> Iterator[str]:
    """The files of a project that may start workers, but for those of tests, examples and machines of developers."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT and name not in (".github", ".circleci"))
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root).replace(os.sep, "/")
            if _NAMES.match(name) and not _ASIDE.search(relative) and not is_aside(relative):
                yield path


def deployed(root: str, since: int | None = None) -> str:
    """These files with their versions, in one text; one that changed after `since` has none."""
    lines = []
    for path in deployment_files(root):
        version = version_of(path)
        is_settled = since is None or version is None or version.mtime_ns < since
        lines.append(f"{path}{version and tuple(version)}" if is_settled else f"{path}{UNSETTLED}")
    return "\n".join(lines)


def _lines(path: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of a file as words; one that goes on is one, and in YAML a list, a folded text, and what stands in
    brackets. Comments are left out."""
    is_yaml, is_ini = path.endswith((".yml", ".yaml")), path.endswith((".conf", ".ini"))
    waiting, start, indent, kind = "", 1, 0, ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = "" if line.lstrip().startswith(("#", "//", ";", "REM ")) else line.rstrip()
        depth = len(bare) - len(bare.lstrip())
        is_item = is_yaml and _ITEM.match(bare) is not None
        goes_on = (
            waiting.endswith("\\")
            or (kind == "list" and is_item and depth == indent)
            or (kind == "text" and bool(bare) and depth > indent)
            or (kind == "brackets" and waiting.count("[") > waiting.count("]"))
        )
        if not goes_on:
            yield start, _words(waiting)
            waiting, start, indent = "", number, depth
            is_text = is_ini or (is_yaml and _BLOCK.search(bare) is not None)
            kind = "text" if is_text else "" if not is_yaml else "list" if is_item else "brackets"
        waiting = f"{waiting.removesuffix(chr(92))} {_ITEM.sub('', bare).strip()}".strip()
    yield start, _words(waiting)


def _words(line: str) -> list[str]:
    line = line.replace('",', '" ').replace("',", "' ").replace("[", " [ ").replace("]", " ] ").replace(";", " ; ")
    try:
        return [part for word in shlex.split(line, comments=True) for part in (word.split() if " " in word else [word])]
    except ValueError:
        return line.split()


def _commands(path: str, line: int, words: list[str]) -> Iterator[WorkerCommand]:
    """Each `celery ... worker ...` among the words of a line."""
    programs = [place for place, word in enumerate(words) if _is_program(word, words[place - 1] if place else "")]
    for place in programs:
        end = next((at for at in range(place + 1, len(words)) if words[at] in _ENDS or at in programs), len(words))
        given = words[place + 1 : end]
        if "worker" in given and given[0] != "multi":
            yield _command(path, line, given)


def _is_program(word: str, before: str) -> bool:
    """Whether a word is Celery's program, and not the name of an app or a queue: `-A celery`, `-Q celery`."""
    return os.path.basename(word.rpartition("=")[2]) == "celery" and (
        before in ("-m", "-c") or not _takes_value(before)
    )


def _command(path: str, line: int, given: list[str]) -> WorkerCommand:
    pool: str | None = "prefork"
    queues: tuple[str, ...] | None = ()
    names_pool = is_open = False
    for place, word in enumerate(given):
        after = given[place + 1] if place + 1 < len(given) else ""
        before = given[place - 1] if place else ""
        value = _value(word, after, "-P", "--pool")
        if value is not None:
            names_pool, pool = True, value if value in _POOLS else "prefork" if value == "processes" else None
        value = _value(word, after, "-Q", "--queues")
        if value is not None:
            queues = None if _VARIABLE.search(value) else tuple(part for part in value.split(",") if part)
        is_value = _takes_value(before)
        is_open = is_open or (_VARIABLE.match(word) is not None and not is_value)
    if is_open:  # anything may stand there
        pool, queues = pool if names_pool else None, queues or None
    return WorkerCommand(path, line, pool, queues, names_pool)


def _takes_value(word: str) -> bool:
    """Whether what comes after a word may be its value: after `-c` and `--concurrency`, not after `-Ofair`."""
    is_whole = len(word) == 2 or word.startswith("--")
    return word.startswith("-") and is_whole and "=" not in word and word not in _FLAGS


def _value(word: str, after: str, short: str, long: str) -> str | None:
    """What an option is given, if the word is the option."""
    if word in (short, long):
        return after
    if word.startswith(f"{long}="):
        return word[len(long) + 1 :]
    return word[len(short) :].removeprefix("=") if word.startswith(short) and not word.startswith("--") else None
