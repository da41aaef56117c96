"""A helper runs a coroutine inside the `try` that finds out whether a loop is running.

`except RuntimeError` is meant for `get_running_loop()`, but it also takes every RuntimeError of the coroutine itself.
The handler then runs the coroutine once more: one that was awaited already fails with "cannot reuse already awaited
coroutine", and the error that mattered is gone; one that is made anew does its work twice.

Put nothing but `asyncio.get_running_loop()` in the `try`, and run the coroutine after it or in its `else`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.event_loop import LoopFallback

rule = Rule(
    __name__,
    code=406,
    message="this also takes the coroutine's own RuntimeError and hides it behind another one; "
    "put only `get_running_loop()` in the `try`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
TWICE = (
    "this also takes the coroutine's own RuntimeError and runs it a second time; "
    "put only `get_running_loop()` in the `try`"
)


@rule.check(LoopFallback)
def check(fallback: LoopFallback) -> Findings:
    yield rule.at(fallback, TWICE if fallback.runs_it_again else None)
