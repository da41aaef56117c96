"""A task uses a scoped session and does not remove it.

The registry keeps one session for each thread, and a worker runs task after task in the same thread: the next one gets
this session, with the objects it has loaded, an open transaction and its connection, and after a failed flush in a
state that refuses every statement. A `commit()` at the end is not reached when the work fails.

Call `remove()` in a `finally` around the work, or in `after_return` of the tasks' base class. Flask-SQLAlchemy removes
`db.session` when the application context ends; it is not meant. Turn it on when tasks share a registry of sessions.
"""

from celerylint.core.rewrite import CallInFinally
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.unremoved_session import UnremovedSession

rule = Rule(
    __name__,
    code=318,
    message="the next task in this thread gets the same session from `{session}`, in whatever state it is left; "
    "call `{session}.remove()` in `finally`",
    severity=Severity.WARNING,
    profile=Profile.PACK,
    packs=("queue-operations",),
    fix=Fix.UNSAFE,
)


@rule.check(UnremovedSession)
def check(session: UnremovedSession) -> Findings:
    task = session.only_task
    rewrite = CallInFinally(task.start, True, f"{session.session}.remove()", session.removal) if task else None
    yield rule.at(session, None, rewrite, session=session.session)
