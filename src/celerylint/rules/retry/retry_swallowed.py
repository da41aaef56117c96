"""The Retry that `self.retry()` raises is taken before it reaches Celery.

`retry` sends the task again and then raises Retry, which is an Exception. A broad handler around the call, a
`suppress(Exception)` or a `return` in a `finally` takes it: this run ends in SUCCESS and the task runs again all the
same. A handler that itself ends in a retry sends the task a second time, so that every round doubles the runs.

Put `except Retry: raise` before the broad handler. What `retry` raises when the retries are used up still goes to that
handler; where the task is to fail then, call `retry` outside of the `try`.
"""

from celerylint.core.rewrite import ReraiseFirst
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry import Retry

rule = Rule(
    __name__,
    code=203,
    message="{keeper} takes the Retry of `{receiver}.retry()`: this run succeeds and the task runs again; "
    "put `except Retry: raise` before it",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
SENT_TWICE = (
    "{keeper} takes the Retry of `{receiver}.retry()` and retries once more, so the task is sent twice; "
    "put `except Retry: raise` before it"
)
NO_HANDLER = (
    "{keeper} takes the Retry of `{receiver}.retry()`: this run succeeds and the task runs again; retry outside of it"
)


@rule.check(Retry)
def check(retry: Retry) -> Findings:
    keeper = retry.keeper
    if keeper:
        message = SENT_TWICE if keeper.retries else None if keeper.is_handler else NO_HANDLER
        handlers = keeper.handlers
        rewrite = ReraiseFirst(handlers, ("celery.exceptions.Retry",)) if handlers else None
        yield rule.at(retry, message, rewrite, keeper=keeper.text, receiver=retry.receiver)
