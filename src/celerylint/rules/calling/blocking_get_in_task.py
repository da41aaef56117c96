"""A task waits for the result of another task.

On the prefork, threads and solo pools Celery refuses: "Never call result.get() within a task!", a RuntimeError, even
for a result that is ready or came from `apply()`. In tests it works, since an eager app or an embedded worker does not
look. With `allow_join_result()` or `disable_sync_subtasks=False` the task does wait, and holds its slot meanwhile: once
every slot waits, no worker is left for what they wait for.

Let Celery go on when the result is there: `chain(first.s(), then.s())`, `chord(group, callback)`, `link=`, or
`raise self.replace(...)`. On a gevent or eventlet pool waiting is fine; say so with `worker-pool`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.wait import Wait

rule = Rule(
    __name__,
    code=502,
    message="`{call}` within a task raises RuntimeError; chain the tasks, or give a chord a callback",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
DEADLOCK = (
    "`{call}` holds the task's slot for as long as it takes, and once every slot waits nothing runs; "
    "chain the tasks, or give it a timeout"
)


@rule.check(Wait)
def check(wait: Wait) -> Findings:
    """Of an ignored result, which never waits, ignored-result-read speaks."""
    pool = wait.module.settings.worker_pool
    if wait.code is None or pool in ("gevent", "eventlet") or wait.is_ignored or wait.may_be_outside_of_tasks:
        return
    if not wait.is_allowed_in_task:
        yield rule.at(wait, call=wait.source)
    elif not wait.has_timeout:
        yield rule.at(wait, DEADLOCK, call=wait.source)
