"""A session is used again after a refused statement, without a rollback.

After a failed flush or commit SQLAlchemy refuses every further statement of the session with PendingRollbackError,
and PostgreSQL refuses it after any failed statement. A handler that takes the failure and goes on with the session
thus fails once more, and this second error hides the first. The session of a `scoped_session` that nobody removes is
also that of the next task in the process, which then fails in place of this one.

Call `session.rollback()` first in the handler, or leave the `with` that closes the session before the handler.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session_failure import FailureLeft, SessionFailure

rule = Rule(
    __name__,
    code=304,
    message="after a database error the later `{session}.{method}()` fails too; "
    "call `{session}.rollback()` first in the handler",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
LEFT = (
    "after a database error the next task in this process gets `{session}` failed; "
    "call `{session}.rollback()` first in the handler"
)


@rule.check(SessionFailure)
def check(failure: SessionFailure) -> Findings:
    """Of a loop that goes on missing-item-rollback speaks, of a commit in the handler commit-in-failed-handler; and a
    handler that raises in the end only raises something else."""
    if not failure.is_of_an_item and failure.commit is None and not failure.handler.ends_in_raise:
        yield rule.at(failure, session=failure.session, method=failure.uses[0].method)


@rule.check(FailureLeft)
def check_left(failure: FailureLeft) -> Findings:
    yield rule.at(failure, LEFT, session=failure.session)
