"""What a task writes to its own session is never committed.

Closing a session rolls back what was not committed: the task succeeds, its log says what it did, and the database
holds none of it. The same goes for a commit that depends on an argument which may be left out.

Call `session.commit()` when the work is done, or open the session with `SessionLocal.begin()`, which commits when its
`with` block is left.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lost_write import LostWrite

CONDITIONAL = (
    "without `{condition}` nobody commits `{session}`, so closing it undoes this write; commit on every way through"
)
rule = Rule(
    __name__,
    code=306,
    message="nobody commits `{session}`, so closing it undoes this write; call `{session}.commit()`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(LostWrite)
def check(write: LostWrite) -> Findings:
    message = CONDITIONAL if write.condition else rule.message
    yield rule.at(write, message, session=write.session, condition=write.condition)
