"""A task starts an event loop on a gevent or eventlet pool.

All greenlets of a worker share one thread, and a thread runs one event loop: while one task is in its loop, every other
task that starts one fails with RuntimeError. Of eight tasks at once seven fail. The usual helpers that look for a
running loop and go to a ThreadPoolExecutor fail as well, since its threads are greenlets too.

On gevent hand the coroutine to a real thread: `gevent.get_hub().threadpool.apply(asyncio.run, (load(),))`; on eventlet,
`eventlet.tpool.execute(asyncio.run, load())`. Or give such tasks a queue with a prefork worker.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.loop_helper import LoopHelper

rule = Rule(
    __name__,
    code=417,
    message="on {pool} `{function}` fails while another task is in its loop; write `{thread}(asyncio.run, ...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
HELPER = (
    "on {pool} the `{function}` in `{helper}` fails while another task is in its loop; "
    "let it call `{thread}(asyncio.run, ...)`"
)
THREADS = {"gevent": "gevent.get_hub().threadpool.apply", "eventlet": "eventlet.tpool.execute"}


@rule.check(LoopRun)
def check(run: LoopRun) -> Findings:
    """Inside a coroutine it fails on every pool: asyncio-run-in-coroutine speaks."""
    pool = run.module.settings.worker_pool
    if pool not in THREADS or run.code.is_coroutine or run.is_handed_on or "nest_asyncio" in run.module.imported:
        return
    yield rule.at(run, pool=pool, function=run.function, thread=THREADS[pool])


@rule.check(LoopHelper)
def check_helper(call: LoopHelper) -> Findings:
    pool = call.module.settings.worker_pool
    if pool in THREADS and call.function and not call.is_handed_on and not call.knows_pools:
        yield rule.at(call, HELPER, pool=pool, function=call.function, helper=call.name, thread=THREADS[pool])
