"""A session that a task opens is not closed on every way out.

A session in use holds a connection of the engine's pool. If the task returns or fails before `close()`, the
connection stays out until the garbage collector finds the session, and an exception can keep it alive for longer:
with a pool of five and an overflow of ten, the sixteenth failure waits for a connection and times out.

Open it in a `with` block, or close it in a `finally`. A session whose last act is `commit()` or `rollback()` has
given its connection back, so that is fine as long as nothing is read after it.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session import Session

rule = Rule(
    __name__,
    code=301,
    message="this session is not closed on every way out of `{function}`; open it in `with`, or close it in `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Session)
def check(session: Session) -> Findings:
    if session.leaks:
        yield rule.at(session, function=session.code.name)
