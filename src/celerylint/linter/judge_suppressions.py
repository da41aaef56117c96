"""Comments that suppress, judged: what suppresses nothing, and what does not say why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from celerylint.core.regex import regex
from celerylint.core.rule import Finding
from celerylint.linter.catalogue import entries, own_entries
from celerylint.linter.own import suppression_without_reason, unused_suppression
from celerylint.linter.result import Suppression
from celerylint.linter.suppress import OURS, Comment, comments

_MAY_NAME_OURS = regex(r"celerylint:|noqa:.*cel[0-9]", re.IGNORECASE)
UNUSED, UNREASONED = unused_suppression.rule, suppression_without_reason.rule


def judged(
    findings: list[Finding], by: Sequence[Suppression | None], text: str, rules: set[str], own: frozenset[str]
) -> tuple[list[Finding], list[Suppression | None]]:
    """The findings of a file and what they are suppressed by, with those about its comments in their places. `rules`
    are the codes of the rules that were asked, `own` those of the rules about comments that are on."""
    more: list[Finding] = []
    for comment in comments(text) if _MAY_NAME_OURS.search(text) else ():
        if UNUSED.code in own:
            more += _unused(comment, findings, rules | own)
        if UNREASONED.code in own and not comment.reason:
            more += _unreasoned(comment)
    every = [*zip(findings, by, strict=True), *((finding, None) for finding in more)]
    every.sort(key=lambda pair: (pair[0].span[:2], pair[0].code))
    return [finding for finding, _ in every], [suppression for _, suppression in every]


def _unused(comment: Comment, findings: list[Finding], rules: set[str]) -> Iterator[Finding]:
    first, last = comment.lines
    there = [each for each in findings if first <= each.span.line <= last]
    if not comment.codes and not there:
        yield UNUSED.at(comment.span, code="disable-file", why=" in this file")
    for code, span in comment.codes:
        if comment.is_of_file:
            if not any(code in (each.code, each.name) for each in there):
                yield UNUSED.at(span, code=code, why=_why(code, rules))
        elif OURS.fullmatch(code) and not any(each.code.startswith(code) for each in there):
            yield UNUSED.at(span, code=code, why=_why(code, rules))


def _why(code: str, rules: set[str]) -> str:
    if OURS.fullmatch(code) and not code.isupper():
        return ": codes are written in capitals"
    meant = [each.code for each in (*entries(), *own_entries()) if each.code.startswith(code) or each.name == code]
    if not meant:
        return ": there is no such rule"
    if rules.isdisjoint(meant):
        return ": the rule is off for this file" if len(meant) == 1 else ": these rules are off for this file"
    return " here"


def _unreasoned(comment: Comment) -> Iterator[Finding]:
    codes = [f"`{code}`" for code, _ in comment.codes if comment.is_of_file or OURS.fullmatch(code)]
    if codes or comment.is_of_file:
        what = f"{', '.join(codes)} {'is' if len(codes) == 1 else 'are'}" if codes else "this file is"
        yield UNREASONED.at(comment.span, what=what, where="` -- `" if comment.is_of_file else "the code")
