"""A loop over many items says nothing until it has ended.

While it runs, nobody can tell a task that works from one that hangs, or how much of it is left; when it was killed,
nobody can tell how far it had come.

Write a line every hundred items or so, with how many are done and how many there are, or store the same with
`update_state`. Turn it on when tasks work on so many items that somebody waits for them.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.quiet_loop import QuietLoop

rule = Rule(
    __name__,
    code=808,
    message="this loop says nothing until it has ended; log every hundred items or so how many are done, "
    "or store it with `update_state`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)


@rule.check(QuietLoop)
def check(loop: QuietLoop) -> Findings:
    yield rule.at(loop)
