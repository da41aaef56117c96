"""A coroutine of a task opens an async session, and no `finally` disposes of the engine behind it.

The engine keeps the connection in its pool when the session is closed. It belongs to the event loop of this run, and
the next run of the task may have another: asyncpg refuses it there, and an engine that is made for the run leaves it
open at the server until the garbage collector finds it. Where the worker keeps one loop, or the engine has no pool
(`poolclass=NullPool`), there is nothing to dispose of.

Put `await engine.dispose()` into a `finally` around the work, inside the coroutine. Turn it on when the house disposes
of its engines at the end of each run.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.undisposed_session import UndisposedSession

rule = Rule(
    __name__,
    code=333,
    message="no `finally` of `{function}` disposes of the engine behind `{session}`; "
    "put `await engine.dispose()` into one, inside the coroutine",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("async-runner", "single-instance-tasks", "task-definition"),
)


@rule.check(UndisposedSession)
def check(session: UndisposedSession) -> Findings:
    """An engine that the function makes, or that is disposed of only if all goes well, is a matter of its own."""
    yield rule.at(session, function=session.code.name, session=session.function)
