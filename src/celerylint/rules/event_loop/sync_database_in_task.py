"""A task opens a synchronous session or connection.

Celery does not mind: a task may use either kind. But a project whose repositories and services are written for
`AsyncSession` cannot use them with a plain `Session`, and ends up with two of each, and with two engines to look after.

Open an async session in a coroutine, `async with SessionLocal() as session:`, and hand the coroutine to the project's
runner. Turn it on when all database code of the project is asynchronous.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session_opening import SessionOpening

rule = Rule(
    __name__,
    code=413,
    message="`{function}` opens the database synchronously in the task code of `{task}`; "
    "open an async session in a coroutine, and hand that to the project's runner",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("async-runner",),
)


@rule.check(SessionOpening)
def check(opening: SessionOpening) -> Findings:
    """A function that is handed to something may be run in a thread, or be given a plain session by `run_sync`."""
    if opening.is_async is False and not opening.is_handed_on:
        yield rule.at(opening, function=opening.function, task=opening.code.owner_name)
