"""A handler commits the session whose commit has just failed.

If it was the database that refused the work, the session waits for a rollback: the commit in the handler, which is to
record the failure, raises PendingRollbackError. The failure is not recorded, and the second error hides the first.

Call `session.rollback()` first in the handler, then record the failure and commit. The rollback also drops the half
done work, which the commit would otherwise keep when the error came from elsewhere.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session_failure import SessionFailure

rule = Rule(
    __name__,
    code=327,
    message="after a database error this commit fails too and hides it; call `{session}.rollback()` first",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(SessionFailure)
def check(failure: SessionFailure) -> Findings:
    """Of a loop that goes on with the failed session missing-item-rollback speaks."""
    if failure.commit is not None and not failure.is_of_an_item:
        yield rule.at(failure.commit, session=failure.session)
