"""A coroutine starts an event loop.

A thread runs one event loop at a time, and a coroutine runs inside one: `asyncio.run`, `run_until_complete` and
`async_to_sync` in an `async def` raise RuntimeError each time, and the coroutine that they were given never runs.

Write `await`. What needs a loop of its own can have one in a thread: `await asyncio.to_thread(asyncio.run, load())`.
"""

from celerylint.core.rewrite import AwaitArgument
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.event_loop import LoopRun

rule = Rule(
    __name__,
    code=415,
    message="`{function}` raises RuntimeError inside the coroutine `{name}`, whose loop is running; write `await`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(LoopRun)
def check(run: LoopRun) -> Findings:
    """An async task never runs its body: async-task speaks of it."""
    if run.is_in_coroutine and not run.is_guarded and not run.code.is_task:
        yield rule.at(run, None, AwaitArgument(run.span), function=run.function, name=run.code.name)
