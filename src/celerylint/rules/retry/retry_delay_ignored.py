"""A delay is given for retries that go by `retry_backoff`.

With `retry_backoff` Celery computes the wait before each automatic retry: 1, 2, 4 seconds and so on. A `countdown` in
`retry_kwargs` is overwritten by it, and `default_retry_delay` is what a `self.retry()` in the body waits: where there
is none, nobody reads it. Who looks for why a task waits a second finds a minute.

Drop the delay; what the backoff begins with is its number, `retry_backoff=60`. Turn it on when options are to say what
happens.
"""

from celerylint.core.rewrite import DropArgument
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retried_task import is_retried_otherwise
from celerylint.facts.retry_policy import RetryPolicy

rule = Rule(
    __name__,
    code=210,
    message="`{option}` of `{task}` is never used: `retry_backoff` says how long a retry waits; drop it",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    fix=Fix.SAFE,
)


@rule.check(RetryPolicy)
def check(policy: RetryPolicy) -> Findings:
    for delay in policy.unused_delays:
        if delay.name == "countdown" or not is_retried_otherwise(policy.task):
            is_argument = delay.name != "countdown" and not policy.task.owner
            rewrite = DropArgument(delay.span) if is_argument else None
            yield rule.at(delay.span, None, rewrite, option=delay.name, task=policy.task.name)
