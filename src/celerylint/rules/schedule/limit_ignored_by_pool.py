"""A limit is set that the pool of the workers does not keep.

Only prefork workers have child processes that they can interrupt, kill and replace. On threads and solo a task runs
for as long as it likes, whatever its `time_limit` and `soft_time_limit` say, and succeeds; gevent and eventlet take no
notice of the soft one. None of them replaces a process after `worker_max_tasks_per_child`.

Give what may hang a timeout of its own, or run such tasks on a prefork worker. Turn it on when somebody relies on
these limits, and say by `worker-pool` which pool the workers run.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.ignored_limit import IgnoredLimit

rule = Rule(
    __name__,
    code=738,
    message="on {pool} `{name}` has no effect, no task is interrupted; give what may hang a timeout of its own",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
PER_CHILD = "on {pool} `{name}` has no effect, there are no processes to replace; leave it out, or use prefork"


@rule.check(IgnoredLimit)
def check(limit: IgnoredLimit) -> Findings:
    yield rule.at(limit, PER_CHILD if limit.is_of_process else None, pool=limit.pool, name=limit.name)
