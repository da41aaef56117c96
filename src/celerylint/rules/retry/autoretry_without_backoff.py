"""Automatic retries all wait the same time.

Without `retry_backoff` Celery waits `default_retry_delay`, 180 seconds, before each retry. A service that is down is
asked again by all tasks that failed together, together, and at the same rate for as long as the retries last; and one
that stumbled is asked again only after three minutes.

Set `retry_backoff=True`: the waits double from a second on, up to `retry_backoff_max`, each of a random length below
that. Turn it on when many tasks call one service.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry_policy import RetryPolicy

rule = Rule(
    __name__,
    code=209,
    message="each automatic retry of `{task}` waits {waits}; set `retry_backoff=True`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("task-definition", "async-runner", "queue-operations"),
    fix=Fix.UNSAFE,
)


@rule.check(RetryPolicy)
def check(policy: RetryPolicy) -> Findings:
    """A single retry has nothing to grow by."""
    delay = policy.fixed_delay
    if policy.is_automatic and delay is not None and policy.max_retries not in (0, 1):
        waits = f"the same {delay:g} s" if isinstance(delay, (int, float)) else "the same time"
        span = policy.task.decorator_span
        mended = AddArguments(span, (("retry_backoff", "True"),)) if span else None
        yield rule.at(policy.listed_span, None, mended, task=policy.task.name, waits=waits)
