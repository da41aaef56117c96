"""A task runs a coroutine in the loop that `asyncio.get_event_loop()` gives.

There is such a loop only in the main thread, only until somebody calls `asyncio.run` in the same process, and from
Python 3.14 on there is none at all: the task fails with RuntimeError on the threads pool, after any task that used
`asyncio.run`, and after the next upgrade of Python.

Write `asyncio.run(load())`, which makes a loop and closes it, or make one by `asyncio.new_event_loop()`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.loop_helper import LoopHelper

rule = Rule(
    __name__,
    code=402,
    message="`get_event_loop()` has no loop to give in a thread, after any `asyncio.run`, and on Python 3.14; "
    "write `asyncio.run(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
HELPER = (
    "`{helper}` asks `get_event_loop()`, which has no loop to give in a thread, after any `asyncio.run`, and on Python "
    "3.14; let it call `asyncio.run(...)`"
)


@rule.check(LoopRun)
def check(run: LoopRun) -> Findings:
    """In a coroutine it fails for another reason (asyncio-run-in-coroutine), as on gevent (event-loop-on-gevent)."""
    if run.code.is_coroutine or run.module.settings.worker_pool in ("gevent", "eventlet"):
        return
    if run.uses_current_loop and not run.is_guarded:
        yield rule.at(run)


@rule.check(LoopHelper)
def check_helper(call: LoopHelper) -> Findings:
    if call.module.settings.worker_pool not in ("gevent", "eventlet") and call.uses_current_loop:
        yield rule.at(call, HELPER, helper=call.name)
