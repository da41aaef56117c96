"""A handler in a loop swallows the soft time limit.

SoftTimeLimitExceeded is an Exception, raised once, wherever the task happens to be. A broad `except` around the work of
one item takes it for that item's failure: one item is blamed, the loop goes on, and the task is killed at the hard
limit or runs without a limit.

Put `except SoftTimeLimitExceeded: raise` before the broad handler.
"""

from celerylint.core.rewrite import ReraiseFirst
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.handler import Handler
from celerylint.facts.time_limit import has_soft_time_limit

rule = Rule(
    __name__,
    code=213,
    message="this handler also takes the soft time limit of `{task}` and the loop goes on; "
    "put `except SoftTimeLimitExceeded: raise` before it",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
    words=("*soft_time_limit*", "*SOFT_TIME_LIMIT*"),
)
SOFT_TIME_LIMIT = "celery.exceptions.SoftTimeLimitExceeded"


@rule.check(Handler)
def check(handler: Handler) -> Findings:
    if handler.loop is None or not handler.is_broad or handler.leaves or not handler.guards_a_call:
        return
    if handler.soft_limit_is_caught_before or handler.asks_for_soft_limit:
        return
    limited = [task for task in handler.code.tasks if has_soft_time_limit(task)]
    if limited:
        yield rule.at(handler, None, ReraiseFirst((handler.span,), (SOFT_TIME_LIMIT,)), task=limited[0].name)
