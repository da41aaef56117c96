"""`self.retry()` is called but not raised.

`retry` raises `Retry` by itself, so the task does stop there; but a reader, a type checker and a coverage report see
code that goes on. With `throw=False` it really goes on: the task runs to its end, reports SUCCESS, and runs again.

Write `raise self.retry(...)`; with `throw=False` return or raise right after it. Turn it on when the team wants to
see where a task ends.
"""

from celerylint.core.rewrite import RaiseCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry import Retry

rule = Rule(
    __name__,
    code=202,
    message="`{receiver}.retry()` ends the task here and does not look like it; write `raise {receiver}.retry(...)`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    fix=Fix.SAFE,
)
GOES_ON = (
    "`{receiver}.retry(throw=False)` does not end the task: it goes on, succeeds and runs again; "
    "return or raise after it"
)


@rule.check(Retry)
def check(retry: Retry) -> Findings:
    if not (retry.is_discarded or retry.is_returned) or retry.is_expected_to_raise:
        return
    if retry.throws:
        yield rule.at(retry, None, RaiseCall(retry.span), receiver=retry.receiver)
    elif retry.throws is False and retry.is_discarded and not retry.is_followed_by_exit:
        yield rule.at(retry, GOES_ON, RaiseCall(retry.span), Fix.UNSAFE, receiver=retry.receiver)
