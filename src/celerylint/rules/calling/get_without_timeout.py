"""A result is waited for without a timeout.

`get()` waits for ever by default. If no worker consumes the queue, the message is purged, the task is revoked before
it runs, ends with `Ignore`, or the backend forgets the id, the result never comes: the request, the command or the
thread hangs until somebody kills it.

Give it a timeout, `result.get(timeout=10)`, and handle `celery.exceptions.TimeoutError`; or ask `result.ready()` and
come back later.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.wait import Wait

rule = Rule(
    __name__,
    code=503,
    message="`{call}` waits for ever if no worker takes the task; give it a `timeout=`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Wait)
def check(wait: Wait) -> Findings:
    """Within a task blocking-get-in-task speaks, unless the pool is one that may wait there; in a test
    test-get-without-timeout."""
    if wait.code and wait.module.settings.worker_pool not in ("gevent", "eventlet"):
        return
    if wait.has_timeout or wait.is_ignored or wait.is_in_script or wait.is_in_test or wait.method == "collect":
        return
    if not (wait.is_eager or wait.is_where_eager or wait.is_known_ready):
        yield rule.at(wait, call=wait.source)
