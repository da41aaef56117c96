"""An option of automatic retries acts on nothing.

`retry_backoff`, `retry_backoff_max`, `retry_jitter`, `retry_kwargs` and `dont_autoretry_for` only shape the retries
that Celery makes for `autoretry_for`. Without it the task is not retried at all, and a `self.retry()` in its body
waits `default_retry_delay`, 180 seconds, each time. Likewise the maximum and the jitter are those of `retry_backoff`.

Name the exceptions in `autoretry_for`, or give `self.retry` a `countdown`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retry_policy import RetryPolicy

rule = Rule(
    __name__,
    code=206,
    message="`{option}` has no effect without `{missing}`; add it, or drop the option",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(RetryPolicy)
def check(policy: RetryPolicy) -> Findings:
    """One finding a task, at its first such option: they belong together."""
    idle = policy.idle_option
    if idle:
        yield rule.at(idle, option=idle.name, missing="retry_backoff" if policy.is_automatic else "autoretry_for")
