"""An async engine of the module keeps connections that belong to an event loop of an earlier task.

`asyncio.run` makes a loop for each run of the task and closes it. asyncpg binds a connection to the loop that opened
it, and the engine's pool keeps it: the next run in the same process takes it and fails with "attached to a different
loop" or "another operation is in progress". `pool_pre_ping` finds such a connection dead only every other time.

Give the engine `poolclass=NullPool`, or `await engine.dispose()` in a `finally` of the same coroutine, or keep one loop
for the life of the process. Connections of psycopg and aiosqlite work in any loop.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.loop_bound_engine import LoopBoundEngine

rule = Rule(
    __name__,
    code=408,
    message="`{runner}` gives each run of `{task}` a new loop, and asyncpg's pooled connections belong to the old one; "
    "use `poolclass=NullPool`, or dispose of the engine in the coroutine",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(LoopBoundEngine)
def check(engine: LoopBoundEngine) -> Findings:
    yield rule.at(engine, runner=engine.runner, task=engine.task)
