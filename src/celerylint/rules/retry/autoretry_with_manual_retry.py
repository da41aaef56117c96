"""A handler retries by hand what `autoretry_for` would retry.

`retry_backoff`, `retry_jitter` and `retry_kwargs` belong to the retries that Celery makes. The `self.retry()` in the
handler comes first and knows nothing of them: it waits `default_retry_delay`, 180 seconds, before each attempt, and
goes by the task's own `max_retries`.

Drop the handler and let Celery retry, or give the call its own `countdown`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retry import Retry

rule = Rule(
    __name__,
    code=205,
    message="`{receiver}.retry()` here comes before `autoretry_for` and does not go by `{option}`; "
    "leave the exception to Celery, or give `countdown`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Retry)
def check(retry: Retry) -> Findings:
    option = retry.bypassed_option
    if option:
        yield rule.at(retry, receiver=retry.receiver, option=option)
