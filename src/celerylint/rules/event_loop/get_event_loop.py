"""A task asks for an event loop where none is running.

`asyncio.get_event_loop()` in a plain function gives a loop only in the main thread, only until somebody calls
`asyncio.run` in the same process, and from Python 3.14 on not at all: elsewhere it raises RuntimeError. What is put
into such a loop does not run by itself, either, since nobody runs the loop.

Run a coroutine by `asyncio.run(load())`, and ask for `asyncio.get_running_loop()` within it. Turn it on when tasks run
coroutines, before the workers change to the threads pool or to Python 3.14.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.event_loop import CurrentLoop

rule = Rule(
    __name__,
    code=407,
    message="`get_event_loop()` raises RuntimeError in a thread, after any `asyncio.run`, and on Python 3.14; "
    "write `asyncio.run(...)`, and `get_running_loop()` in the coroutine",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(CurrentLoop)
def check(loop: CurrentLoop) -> Findings:
    """Where the loop only runs a coroutine to its end, run-until-complete-in-task speaks."""
    if not (loop.is_guarded or loop.runs_coroutine or loop.may_be_in_running_loop):
        yield rule.at(loop)
