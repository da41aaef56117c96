"""What editors are told of a text, saved or not: what is found in it, what mends that, and what the rules say.

An editor's process lives long and has threads, the linter is made for one at a time: here each waits for its turn.
"""

from __future__ import annotations

import os
import threading
from functools import cached_property
from typing import NamedTuple

from celerylint.core.rule import Finding, Fix
from celerylint.fixing import can_fix
from celerylint.fixing.noqa import with_noqa
from celerylint.hosts import config_file
from celerylint.hosts.check_command import Request
from celerylint.hosts.check_files import check_unsaved, config_in
from celerylint.hosts.config_file import Config
from celerylint.hosts.fixes import SAFE, checker
from celerylint.linter import project
from celerylint.linter.catalogue import documentation, own_entries, rule_named
from celerylint.linter.check import matches_glob
from celerylint.linter.files import LEFT_OUT
from celerylint.linter.kept import default_folder
from celerylint.linter.result import BASELINE_FILE
from celerylint.linter.runs import Report, Run
from celerylint.reporting.lsp import FIX_ALL, QUICK_FIX, Json, Text, is_wanted, touch, workspace_edit
from celerylint.syntax.source import parse

_REQUEST = Request(None, False, None, (), (), None, (), (), cache=default_folder())
_NEVER_OURS = LEFT_OUT - {"build", "dist"}
"""Folders below which nobody's project lies."""

_turn = threading.RLock()


class Look:
    """What was found in a text that an editor has open; `failures` are internal errors, one line each. `is_news` says
    whether something else may be found in other files since the look before."""

    def __init__(self, path: str, text: Text, *, is_news: bool) -> None:
        self.path = path
        self.text = text
        self.is_news = is_news
        self._report = _report(path, text.plain)
        self.findings = self._report.findings
        self.failures = [error.removeprefix(": ") for error in self._report.errors]

    @property
    def diagnostics(self) -> list[Json]:
        """The findings."""
        return [self.text.diagnostic(finding) for finding in self.findings]

    @cached_property
    def fixes(self) -> dict[Finding, list[Json]]:
        """The edits that mend each finding alone, for those that can be mended: all at once, since that takes hardly
        longer than one. Needs LibCST, without which there are none."""
        if not can_fix() or not any(finding.rewrite for finding in self.findings):
            return {}
        from celerylint.fixing.apply import edits_for

        with _turn:
            check = checker(self._report, _REQUEST)
            made = edits_for(self.text.plain, check(self.text.plain), check)
            project.hold(self.path, self.text.plain)
        return {finding: [self.text.edit(*edit) for edit in edits] for finding, edits in made.items()}

    @cached_property
    def fixed(self) -> list[Json]:
        """The edits that mend all that can be mended safely."""
        if not can_fix() or not any(finding.fix is Fix.SAFE for finding in self.findings):
            return []
        from celerylint.fixing.apply import fix

        with _turn:
            text = fix(self.text.plain, checker(self._report, _REQUEST), SAFE).text
            project.hold(self.path, self.text.plain)
        return self.text.edits_to(text)

    def silenced(self, finding: Finding) -> list[Json]:
        """The edits that write a comment which suppresses a finding; none where no comment can, or for one that is
        about comments."""
        if any(finding.code == entry.code for entry in own_entries()):
            return []
        return self.text.edits_to(with_noqa(self.text.plain, {finding.span.line: {finding.code}}))

    def at(self, place: Json) -> list[Finding]:
        """The findings that touch a range."""
        return [finding for finding in self.findings if touch(self.text.range(finding.span), place)]

    def hover(self, position: Json) -> Json | None:
        """The pages of the rules of the findings at a position."""
        found = self.at({"start": position, "end": position})
        if not found:
            return None
        pages = dict.fromkeys(map(page, found))
        return {
            "contents": {"kind": "markdown", "value": "\n\n---\n\n".join(pages)},
            "range": self.text.range(found[0].span),
        }


class Asked(NamedTuple):
    """What an editor wants to know when it asks for actions: at which range of which document, of which kinds (None
    for all), about which of its diagnostics, and whether edits are to name the version that they are for."""

    uri: str
    version: int | None
    range: Json
    only: list[str] | None
    diagnostics: list[Json]
    versioned: bool


def look(path: str, text: str, encoding: str) -> Look:
    """Look at the text of a file that an editor has open; from then on it stands for the file. Raises SourceError for
    a text that cannot be parsed, for which the last one goes on standing, and SettingsError."""
    with _turn:
        shown = Text(text.removeprefix("\ufeff"), encoding)
        parse(shown.plain)
        return Look(path, shown, is_news=project.hold(path, shown.plain))


def close(path: str) -> None:
    """A file is no longer open: what is on the disk stands for it again."""
    with _turn:
        project.hold(path, None)


def look_again() -> None:
    """Files changed on the disk, maybe settings too."""
    with _turn:
        config_file.look_again()
        project.look_again()


def _report(path: str, text: str) -> Report:
    """What the command line would say of a text. Raises SourceError, SettingsError."""
    config_in.cache_clear()
    config = config_in(os.path.dirname(path), _REQUEST)
    if _is_left_out(path, config):
        return Report(path, [], [])
    report = check_unsaved(path, text, _REQUEST)._replace(root=config.root)
    if not report.results or not os.path.lexists(os.path.join(config.root, BASELINE_FILE)):
        return report
    from celerylint.hosts.baselines import judge

    (judged,) = judge(Run([report], 1, {}, [], [config.root]), None, [], _REQUEST).run.reports
    return judged


def _is_left_out(path: str, config: Config) -> bool:
    """Whether a look at the whole project would leave a file out, or it is of an environment or installed package."""
    below = os.path.relpath(path, project.project_root(os.path.dirname(path))).split(os.sep)[:-1]
    if not LEFT_OUT.isdisjoint(below) or not _NEVER_OURS.isdisjoint(path.split(os.sep)):
        return True
    relative = config.relative(path)
    return any(matches_glob(relative, glob) for glob in config.settings.exclude)


def page(finding: Finding) -> str:
    """What the rule of a finding says, in Markdown."""
    rule = rule_named(finding.code)
    assert rule
    link = f"[{rule.severity.value}: {finding.url}]({finding.url})"
    return f"### {rule.code} {rule.name}\n\n{documentation(rule)}\n\n{link}"


def actions(seen: Look, asked: Asked) -> list[Json]:
    """What an editor may offer to do at a range."""

    def edit(edits: list[Json]) -> Json:
        return workspace_edit(asked.uri, asked.version, edits, versioned=asked.versioned)

    found: list[Json] = []
    here = seen.at(asked.range)
    if is_wanted(QUICK_FIX, asked.only):
        for finding in here:
            edits = seen.fixes.get(finding) if finding.rewrite else None
            if not edits:
                continue
            is_safe = finding.fix is Fix.SAFE
            advice = finding.message.rpartition("; ")[2]
            action = {
                "title": f"Fix {finding.code}{'' if is_safe else ' (unsafe)'}: {advice}",
                "kind": QUICK_FIX,
                "diagnostics": _about(seen, finding, asked.diagnostics),
                "edit": edit(edits),
            }
            found.append({**action, "isPreferred": True} if is_safe else action)
        found += [
            {
                "title": f"Silence {finding.code} on this line: # noqa",
                "kind": QUICK_FIX,
                "diagnostics": _about(seen, finding, asked.diagnostics),
                "edit": edit(edits),
            }
            for finding in here
            if (edits := seen.silenced(finding))
        ]
    is_mentioned = any(finding.fix is Fix.SAFE for finding in here) if asked.only is None else True
    if is_mentioned and is_wanted(FIX_ALL, asked.only) and seen.fixed:
        found.append({"title": "celerylint: fix all that is safe", "kind": FIX_ALL, "edit": edit(seen.fixed)})
    return found


def _about(seen: Look, finding: Finding, diagnostics: list[Json]) -> list[Json]:
    """The editor's diagnostics that tell of a finding, whoever found it; else our own."""
    own = seen.text.diagnostic(finding)
    theirs = [each for each in diagnostics if each.get("code") == finding.code and touch(each["range"], own["range"])]
    return theirs or [own]
