"""An async engine is disposed of in another run of the event loop than used it.

The connections of asyncpg belong to the loop that opened them, which is closed when the run of the coroutine ends. A
later `asyncio.run(engine.dispose())` cannot speak to the server through them any more: they are dropped and not closed,
and SQLAlchemy logs "Exception closing connection" with a traceback for each. Nothing is raised, and psycopg shows no
difference.

Put `await engine.dispose()` into a `finally` of the coroutine that uses the engine. Where the loop is gone already,
`engine.sync_engine.dispose(close=False)` forgets the connections without a log line. Turn it on when each run of a task
has a loop of its own.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.late_disposal import LateDisposal

rule = Rule(
    __name__,
    code=309,
    message="the run of the event loop that opened the connections is over here; "
    "dispose of the engine in a `finally` of the coroutine that uses it",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("async-runner",),
)


@rule.check(LateDisposal)
def check(disposal: LateDisposal) -> Findings:
    yield rule.at(disposal)
