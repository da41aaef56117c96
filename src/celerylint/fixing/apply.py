"""Fixes applied to a text, round by round, each checked before it stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from celerylint.core.rule import Finding, Fix
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, Edit, UnfitError, offset
from celerylint.fixing.rewriters import changes_for
from celerylint.syntax.source import SourceError, parse

Check = Callable[[str], list[Finding]]
"""What checks a text again."""
MAX_ROUNDS = 10


class Fixed(NamedTuple):
    """What became of a text: how many fixes were made, what is still found, and why some fix was not made (the place
    from which a line about it starts, and its end)."""

    text: str
    fixes: int
    findings: list[Finding]
    refusals: list[tuple[Span, str]]


class _Plan(NamedTuple):
    """What mends a finding."""

    finding: Finding
    edits: list[Edit]


def fix(text: str, check: Check, allowed: frozenset[Fix]) -> Fixed:
    """Apply the fixes that are allowed until none is left. A fix stays if the text still parses, the finding is gone
    and no new one came."""
    findings, count = check(text), 0
    refused: dict[tuple[str, ...], str] = {}
    for _ in range(MAX_ROUNDS):
        wanted = [each for each in findings if each.fix in allowed and _identity(text, each) not in refused]
        if not wanted:
            break
        try:
            file = Anchors(text)
        except UnfitError as error:
            return Fixed(text, count, findings, [(wanted[0].span, str(error))])
        plans, unfit = _plans(file, wanted)
        refused |= {_identity(text, finding): cause for finding, cause in unfit}
        trial = _Trial(text, findings, check)
        trial.make(sorted(plans, key=lambda plan: plan.finding.code))  # one rule is refused at once
        refused |= {_identity(text, finding): cause for finding, cause in trial.refused}
        text, findings = trial.result
        count += len(trial.kept)
    left = [(finding.span, refused.get(_identity(text, finding))) for finding in findings if finding.fix in allowed]
    return Fixed(text, count, findings, [(span, cause) for span, cause in left if cause])


class _Trial:
    """Fixes made together, but for those that do not hold: `kept`, with their `result`, and those `refused`."""

    def __init__(self, text: str, findings: list[Finding], check: Check) -> None:
        self._start = text, findings, check
        self.result = text, findings
        self.kept: list[_Plan] = []
        self.refused: list[tuple[Finding, str]] = []

    def make(self, plans: list[_Plan]) -> None:
        """Make fixes beside those that are kept: all at once, or else each half by itself."""
        attempt = _attempt(*self._start, [*self.kept, *plans]) if plans else self.result
        if not isinstance(attempt, str):
            self.result, self.kept = attempt, [*self.kept, *plans]
        elif len(plans) == 1:
            self.refused.append((plans[0].finding, attempt))
        else:
            self.make(plans[: len(plans) // 2])
            self.make(plans[len(plans) // 2 :])


def edits_for(text: str, findings: Iterable[Finding], check: Check) -> dict[Finding, list[Edit]]:
    """The edits that mend each finding alone, for those that can be mended."""
    found: dict[Finding, list[Edit]] = {}
    all_findings = list(findings)
    waiting = [finding for finding in all_findings if finding.rewrite]
    try:
        file = Anchors(text)
    except UnfitError:
        return found
    while waiting:
        plans, unfit = _plans(file, waiting)
        done = {plan.finding for plan in plans} | {finding for finding, _ in unfit}
        waiting = [finding for finding in waiting if finding not in done]
        is_fine = _mends(text, all_findings, check, plans)
        found |= {plan.finding: plan.edits for plan in plans if is_fine or _mends(text, all_findings, check, [plan])}
    return found


def _identity(text: str, finding: Finding) -> tuple[str, ...]:
    """What tells a finding from others after edits elsewhere."""
    return finding.code, finding.message, text.split("\n")[finding.span.line - 1]


def _plans(file: Anchors, findings: list[Finding]) -> tuple[list[_Plan], list[tuple[Finding, str]]]:
    """The findings that can be mended at once, since no two change the same code, and those that cannot be at all."""
    chosen: list[tuple[Finding, list[Change]]] = []
    unfit: list[tuple[Finding, str]] = []
    taken: list[Span] = []
    for finding in findings:
        assert finding.rewrite
        try:
            changes = list(changes_for(file, finding.rewrite))
        except UnfitError as error:
            unfit.append((finding, str(error)))
            continue
        spans = [file.span(old) for old, _ in changes]
        if not any(_touch(span, other) for span in spans for other in taken):
            taken += spans
            chosen.append((finding, changes))
    edits = iter(file.edits([change for _, changes in chosen for change in changes]) if chosen else [])
    return [_Plan(finding, [next(edits) for _ in changes]) for finding, changes in chosen], unfit


def _touch(one: Span, other: Span) -> bool:
    return one[:2] <= other[2:] and other[:2] <= one[2:]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits, no two of which touch."""
    for edit in sorted(edits, reverse=True):
        text = text[: offset(text, *edit.span[:2])] + edit.text + text[offset(text, *edit.span[2:]) :]
    return text


def _mends(text: str, findings: list[Finding], check: Check, plans: list[_Plan]) -> bool:
    """Whether these fixes can be made together."""
    return not isinstance(_attempt(text, findings, check, plans), str)


def _attempt(text: str, findings: list[Finding], check: Check, plans: list[_Plan]) -> tuple[str, list[Finding]] | str:
    """The text with these fixes and what is found in it; or why they are not made: it does not parse, a finding stays,
    or another would come."""
    changed = edited(text, chain.from_iterable(plan.edits for plan in plans))
    try:
        compile(parse(changed), "fixed", "exec", dont_inherit=True)  # `await` in a lambda parses, and is none
    except (SourceError, SyntaxError, ValueError, RecursionError):
        return "the mended code would not parse"
    left = check(changed)
    mended = Counter(plan.finding.code for plan in plans)
    more = Counter(each.code for each in left) - Counter(each.code for each in findings)
    stay = Counter(each.code for each in left) + mended - Counter(each.code for each in findings)
    if more:
        return f"{min(more)} would be found in the mended code"
    return f"{min(stay)} would still be found" if stay else (changed, left)
