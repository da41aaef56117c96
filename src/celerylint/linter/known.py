"""What of the last run still holds although Python files hold something else now.

The report on a file that is as it was is believed if nobody read one of the others in the look that it comes from, and
all files together would answer that look as they did. Where files came or went, or settings or what starts the workers
changed, nothing is.
"""

from __future__ import annotations

import os
from typing import Any

from celerylint.linter.all_files import AllFiles
from celerylint.linter.deployment import deployed
from celerylint.linter.look import Answer, Look, Question
from celerylint.linter.runs import NO_WORD, Report, checked, report_of
from celerylint.linter.tables import tables_in
from celerylint.linter.versions import Seen


def known_reports(entry: dict[str, Any], folder: str, seen: Seen) -> dict[str, Report]:
    """The reports of a run that is kept which would be the same again, by absolute paths. `folder` is that of the
    cache. `seen` has been told of the folders with the files, and is told what these reports come from."""
    again = Seen()
    again.folders.update(seen.folders)
    changed = again.see_again(entry["folders"], entry["names"], entry["files"])
    for root in entry["deployed"]:
        again.see_deployed(root, deployed(root, again.since))
    if changed is None or again.deployed != entry["deployed"]:
        return {}
    looks = [_look(*row) for row in entry["looks"]]
    asked = _Asked(folder, again)
    same = [look for look in looks if look.read.isdisjoint(changed) and asked.answers_as(look)]
    again.looks = {look.name: look for look in same}
    names = dict(enumerate(["", *(look.name for look in looks)]))
    rows = *entry["reports"], *entry["silent"]
    reports = [report_of(*row)._replace(look=names[checked(place, int)]) for *row, place in rows]
    reports = [each for each in reports if not each.look or each.look in again.looks]
    reports += [Report(path, [], [], NO_WORD) for path in entry["skipped"].get(NO_WORD, "").split("\0") if path]
    seen.add(again)
    by_path = {os.path.abspath(each.path): each for each in reports}
    return {path: each for path, each in by_path.items() if path not in changed and _was_seen(path, entry, seen)}


def _was_seen(path: str, entry: dict[str, Any], seen: Seen) -> bool:
    """Whether a run says which version of a file it looked at."""
    return path in entry["files"] or (os.path.dirname(path) in entry["folders"] and "/" in seen.line_of(path))


def _look(read: list[Any], answers: list[Any]) -> Look:
    return Look(
        [checked(path, str) for path in read],
        [(tuple(checked(part, str) for part in question), answer) for question, answer in answers],
    )


class _Asked:
    """What all files answer now, each question asked once. `seen` is told what was looked at."""

    def __init__(self, folder: str, seen: Seen) -> None:
        self._folder = folder
        self._seen = seen
        self._answers: dict[Question, Answer] = {}
        self._files: dict[str, AllFiles] = {}

    def answers_as(self, look: Look) -> bool:
        """Whether everybody who had a part in a look would be told the same again."""
        return all(self._answer(question) == answer for question, answer in look.answers.items())

    def _answer(self, question: Question) -> Answer:
        if question not in self._answers:
            root, method, *arguments = question
            if root not in self._files:
                self._files[root] = AllFiles(root, tables_in(self._folder), self._seen)
            self._answers[question] = self._files[root].answer(method, *arguments)
        return self._answers[question]
