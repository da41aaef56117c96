"""A task class records every retry as a failure.

A retry is raised as an exception, and passes through `__call__` of the task class too. A broad handler there that
records a failure and raises it again is right for errors, but it also counts each attempt of a task that ends well, and
so raises false alarms. The same goes for `Ignore` and `Reject`.

Put `except (Retry, Ignore, Reject): raise` before the handler, or record failures in `on_failure`, which Celery calls
only for the last one.
"""

from celerylint.core.rewrite import ReraiseFirst
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.call_hook import CallHandler

rule = Rule(
    __name__,
    code=132,
    message="a retry passes here too, so each attempt of a task of `{owner}` counts as failed; "
    "put `except (Retry, Ignore, Reject): raise` before this handler",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
PREDICATES = tuple(f"celery.exceptions.{name}" for name in ("Retry", "Ignore", "Reject"))


@rule.check(CallHandler)
def check(handler: CallHandler) -> Findings:
    if not handler.tells_retries_apart:
        yield rule.at(handler, None, ReraiseFirst((handler.span,), PREDICATES), owner=handler.owner.name)
