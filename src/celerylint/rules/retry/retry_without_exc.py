"""A handler retries and does not say what for.

When the retries are used up, `retry` raises the exception that it was given as `exc`. Without one it raises
MaxRetriesExceededError, inside a handler too: that is what the task is stored as failed with, what its caller and
`on_failure` get, and by what errors are grouped. The error itself is left in the text of the traceback.

Write `self.retry(exc=error)`. Turn it on when failed tasks are told apart by their exceptions.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry import Retry

rule = Rule(
    __name__,
    code=204,
    message="when the retries are used up the task fails with MaxRetriesExceededError and not with `{error}`; "
    "write `{receiver}.retry(exc={error})`",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)
UNNAMED = (
    "when the retries are used up the task fails with MaxRetriesExceededError and not with this error; "
    "catch it `as error` and write `{receiver}.retry(exc=error)`"
)


@rule.check(Retry)
def check(retry: Retry) -> Findings:
    """Silent where MaxRetriesExceededError is waited for, the task gives up by itself, or is retried without end. Where
    a handler takes what `retry` raises retry-swallowed speaks; where Celery retries too, autoretry-with-manual-retry.
    """
    if not retry.forgets_error or retry.is_expected_to_raise or retry.is_counted or retry.has_no_limit:
        return
    if not retry.keeper and not retry.bypassed_option:
        message = None if retry.error_name else UNNAMED
        mended = AddArguments(retry.span, (("exc", retry.error_name),)) if retry.error_name else None
        yield rule.at(retry, message, mended, error=retry.error_name, receiver=retry.receiver)
