"""A session that a task opens is not closed on every way out.

A session in use holds a connection of the engine's pool. If the task returns or fails before `close()`, the
connection stays out until the garbage collector finds the session, and an exception can keep it alive for longer:
with a pool of five and an overflow of ten, the sixteenth failure waits for a connection and times out.

Open it in a `with` block, or close it in a `finally`. A session whose last act is `commit()` or `rollback()` has
given its connection back, so that is fine as long as nothing is read after it.
"""

from celerylint.core.rewrite import CallInFinally, OpenInWith, Rewrite
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.async_session import is_async_session
from celerylint.facts.session import Session

rule = Rule(
    __name__,
    code=301,
    message="this session is not closed on every way out of `{function}`; open it in `with`, or close it in `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Session)
def check(session: Session) -> Findings:
    if session.leaks:
        yield rule.at(session, None, _closed(session), function=session.code.name)


def _closed(session: Session) -> Rewrite | None:
    """What closes it; None where it cannot be told whether that is awaited, or where what the function returns
    still needs it."""
    is_async = is_async_session(session.code, session.name, session.node)
    if is_async is None or session.gives_lazily:
        return None
    if session.can_be_entered:
        return OpenInWith(session.span, is_async)
    return CallInFinally(session.span, False, f"{'await ' if is_async else ''}{session.name}.close()", None)
