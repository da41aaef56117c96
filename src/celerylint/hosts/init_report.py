"""What `celerylint init` says: what it saw and where, how many findings that gives, and what to do next."""

from __future__ import annotations

import os

from celerylint import __version__
from celerylint.core.packs import PACKS, with_words
from celerylint.core.settings import Settings, matches_any
from celerylint.hosts.cli import complain, say
from celerylint.hosts.config_file import Config
from celerylint.hosts.settings_edit import Edit
from celerylint.hosts.toml_text import toml_value
from celerylint.hosts.trial import trial
from celerylint.linter.files import shown
from celerylint.linter.proposals import Proposal
from celerylint.linter.survey import Place, Survey

TABLE = ("tool", "celerylint")
_SHOWN = 3
_SPOKEN = ("lock_decorators", "async_runners", "metric_calls", "scheduler_helpers", "breaker_decorators")
"""The words of packs that tell that a project works as the pack has it."""


def report(
    survey: Survey,
    found: list[Proposal],
    notes: list[str],
    before: Config,
    after: Config,
    changed: list[Edit],
    is_dry: bool,
) -> None:
    """Say what was seen, what was written, and what comes of it."""
    tasks, files = _count_of(survey.tasks, "task"), _count_of(survey.files, "file")
    lines = [f"{tasks}, {files} with a word of Celery below {_below(survey.root)}", ""]
    for each in found:
        where = ", ".join(map(survey.shown, each.places[:_SHOWN]))
        more = len(each.places) - _SHOWN
        is_word = isinstance(each.value, str) and isinstance(getattr(after.settings, each.field), tuple)
        value = (each.value,) if is_word else each.value
        lines.append(f"{each.field.replace('_', '-')} = {toml_value(each.field, value, 10**6)}")
        lines.append(f"    {each.why}: {where}{f' and {more} more' if more > 0 else ''}")
    if not found:
        lines.append("Nothing to name: what the project calls things is known, or does not show.")
    lines += [f"({note})" for note in notes]
    say("".join(f"{line}\n" for line in [*lines, ""]))
    for written in changed:
        complain(f"{'would write' if is_dry else 'wrote'} {shown(written.path)}")
    _count(survey, before, after)
    say("".join(f"{line}\n" for line in _next_steps(survey.root)))


def _count_of(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _below(root: str) -> str:
    return "." if root == os.getcwd() else shown(root)


def _count(survey: Survey, before: Config, after: Config) -> None:
    """Say what a check gives with the settings as they are written, and what it would give otherwise."""
    settings = after.settings
    now = trial(survey.root, settings)
    start = "" if "profile" in after.given else ", which is what to start with"
    line = f"With the profile {settings.profile!r}{start}: {now}"
    if settings != before.settings:
        line += f" ({trial(survey.root, before.settings).findings} without what was found)"
    lines = [line]
    for pack, word, place in _spoken(survey, settings):
        with_pack = with_words(settings._replace(conventions=(*settings.conventions, pack)), after.given)
        more = trial(survey.root, with_pack).findings - now.findings
        where = f"{word}, {survey.shown(place)}"
        lines.append(f'With conventions = ["{pack}"]: {more} more; the project speaks as it does ({where})')
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
        if f"[{section}]" in (text := text_of(root, name)):
            selects = any(line.replace(" ", "").startswith("select=") for line in text.splitlines())
            more = f": add `extend-select = CEL` to {name}" if selects and "CEL" not in text else ""
            steps.append(f"  flake8 reports the same once celerylint is installed beside it{more}")
            break
    if (text := text_of(root, ".pre-commit-config.yaml")) and "celerylint" not in text:
        steps += [
            "  in .pre-commit-config.yaml, below `repos:`",
            "    - repo: https://github.com/celerylint/celerylint",
            f"      rev: v{__version__}",
            "      hooks:",
            "        - id: celerylint",
        ]
    return steps


def diff_of(edit: Edit) -> str:
    """The lines of a file that an edit changes."""
    from difflib import unified_diff

    name = shown(edit.path)
    old, new = (text.splitlines(keepends=True) for text in (edit.data.decode(), edit.text))
    lines = unified_diff(old, new, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def text_of(root: str, name: str) -> str:
    """The text of a file in a folder; empty if there is none."""
    try:
        with open(os.path.join(root, name), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
