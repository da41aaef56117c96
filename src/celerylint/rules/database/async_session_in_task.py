"""A task opens an asynchronous session.

In a house whose services take a plain `Session`, such a task cannot call them: what they do has to be written once
more with `await`, and the two ways drift apart. Its coroutine also needs a runner, and an engine of another driver that
is disposed of in time.

Open a plain session, `session = SessionLocal()`, and hand it to the services. Turn it on when all database code of the
project is synchronous.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session_opening import SessionOpening

rule = Rule(
    __name__,
    code=335,
    message="`{function}` is async database work in task code of `{task}`; open a plain session, as services take it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
    contradicts=("sync-database-in-task",),
)


@rule.check(SessionOpening)
def check(opening: SessionOpening) -> Findings:
    if opening.is_async:
        yield rule.at(opening, function=opening.function, task=opening.code.owner_name)
