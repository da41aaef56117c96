"""Engines are disposed of in the order in which their sessions were opened.

Celery and SQLAlchemy show no difference: engines know nothing of each other, each closes its own connections, and the
proof of this rule finds the same with either order. A team may want one order all the same, so that every `finally`
reads alike: the last opened first, which is the order in which nested `with` blocks end, and so the task's own database
last.

Dispose of the engine whose session was opened last first. Turn it on when the house keeps that order.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.disposal import CleanUp

rule = Rule(
    __name__,
    code=311,
    message="the session behind `{later}` was opened after this one's; dispose of it first",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("async-runner",),
)


@rule.check(CleanUp)
def check(clean_up: CleanUp) -> Findings:
    misplaced = clean_up.misplaced
    if misplaced:
        disposal, later = misplaced
        yield rule.at(disposal, later=later.text)
