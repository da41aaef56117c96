"""A check of a whole project with settings that are not written yet: how many findings it gives."""

from __future__ import annotations

import os
from typing import NamedTuple

from celerylint.core.settings import Settings
from celerylint.linter.check import check, matches_glob, may_concern_bytes, project_around, rules_for
from celerylint.linter.files import discover
from celerylint.linter.suppress import suppressions
from celerylint.syntax.source import SourceError, decode, parse


class Trial(NamedTuple):
    """The number of findings, and of files that have some."""

    findings: int
    files: int

    def __str__(self) -> str:
        return f"{self.findings} finding{'s' * (self.findings != 1)} in {self.files} file{'s' * (self.files != 1)}"


def trial(root: str, settings: Settings) -> Trial:
    """Check the files of a project, whose settings file stands in the folder. Files that cannot be read count not."""
    findings = files = 0
    for found in discover([root], lambda path: _is_excluded(path, root, settings), force_exclude=False):
        count = 0 if found.cause else _count(found.path, root, settings)
        findings += count
        files += bool(count)
    return Trial(findings, files)


def _is_excluded(path: str, root: str, settings: Settings) -> bool:
    return any(matches_glob(_relative(path, root), glob) for glob in settings.exclude)


def _relative(path: str, root: str) -> str:
    return os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")


def _count(path: str, root: str, settings: Settings) -> int:
    try:
        with open(path, "rb") as file:
            data = file.read()
        if not may_concern_bytes(data, settings):
            return 0
        text = decode(data)
        rules = rules_for(_relative(path, root), settings)
        found, _ = check(path, text, parse(text), settings, rules, project_around(path, settings))
    except (OSError, SourceError):
        return 0
    return sum(suppression is None for suppression in suppressions(found, text))
