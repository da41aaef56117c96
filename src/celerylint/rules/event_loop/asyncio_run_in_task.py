"""A task starts an event loop with `asyncio.run` instead of the project's runner.

On the prefork, threads and solo pools `asyncio.run` in a task works: Celery runs no loop of its own. On gevent and
eventlet it fails as soon as two tasks run at once, since all greenlets share the thread's one running loop; the usual
`_run_async` helpers fail there as well, and what helps is the hub's thread pool.

Call the project's runner. Turn it on when a project has one runner for all its tasks (for disposal, context or tracing)
and wants every task to go through it.
"""

from celerylint.core.rewrite import RunWith
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.async_runner import runner_at_hand
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.loop_helper import LoopHelper

rule = Rule(
    __name__,
    code=401,
    message="`asyncio.run` in the task code of `{task}`; hand the coroutine to the project's runner",
    severity=Severity.WARNING,
    profile=Profile.PACK,
    packs=("async-runner", "single-instance-tasks", "task-definition"),
    fix=Fix.UNSAFE,
)
HELPER = "`{helper}` calls `asyncio.run` for the task code of `{task}`; hand the coroutine to the project's runner"


@rule.check(LoopRun)
def check(run: LoopRun) -> Findings:
    """Inside a coroutine it always fails, which is a matter of its own, as is a pool that is known to be gevent."""
    if run.function != "asyncio.run" or run.code.is_coroutine or run.is_in_runner:
        return
    if run.module.settings.worker_pool not in ("gevent", "eventlet"):
        runner = runner_at_hand(run.module)
        yield rule.at(run, None, RunWith(run.span, runner) if runner else None, task=run.code.owner_name)


@rule.check(LoopHelper)
def check_helper(call: LoopHelper) -> Findings:
    """What runs a coroutine that it is handed may be the project's runner."""
    if not call.is_runner and call.module.settings.worker_pool not in ("gevent", "eventlet"):
        yield rule.at(call, HELPER, helper=call.name, task=call.code.owner_name)
