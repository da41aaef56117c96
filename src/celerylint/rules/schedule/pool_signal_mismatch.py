"""A signal is waited for that the pool of the workers does not send.

`worker_process_init` and `worker_process_shutdown` tell of child processes. A worker with threads or greenlets has
none, and does not send them: what the receiver was to open, close or dispose of stays as it is. Of a solo worker only
the first is sent.

Connect `worker_init` and `worker_shutdown`, which every worker sends, on such a pool. Turn it on when the
workers run something else than prefork, and say so by `worker-pool`.
"""

from celerylint.celery.pools import SIGNALS_OF_EVERY_POOL, SIGNALS_OF_POOLS, SIGNALS_OF_WORKERS
from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.pool import pool_of
from celerylint.facts.signal import Receiver

rule = Rule(
    __name__,
    code=728,
    message="a {pool} worker never sends `{signal}`, and this never runs; connect `{other}`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(Receiver)
def check(receiver: Receiver) -> Findings:
    """A file that also connects a signal of every pool has thought of it."""
    signal, pool = receiver.signal or "", pool_of(receiver.module)
    if not pool or pool in SIGNALS_OF_POOLS.get(signal, (pool,)):
        return
    if all(other.signal not in SIGNALS_OF_EVERY_POOL for other in receiver.module.all(Receiver)):
        yield rule.at(receiver, pool=pool, signal=signal, other=SIGNALS_OF_WORKERS[signal])
