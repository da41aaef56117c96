"""A task declares what becomes of its errors, and its outermost handler takes every one of them.

Celery retries a task, calls `on_failure` and `link_error`, and rejects its message for an exception that comes out of
it. Here none does: the handler writes a line, the run ends in SUCCESS, callbacks and the rest of the chain go on with
None, and what was declared never acts.

Let the error out (`raise` after logging it), retry in the handler, or catch only what may be dropped.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.swallowed_error import SwallowedError

rule = Rule(
    __name__,
    code=211,
    message="this handler takes every error, so the run succeeds and `{option}` of `{task}` never acts on one; "
    "raise after logging, or retry",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
CHAIN = (
    "this handler takes every error, so the run succeeds and `{follower}` is given nothing for a result of `{task}`; "
    "raise after logging"
)


@rule.check(SwallowedError)
def check(swallowed: SwallowedError) -> Findings:
    message = None if swallowed.option else CHAIN
    yield rule.at(swallowed, message, option=swallowed.option, task=swallowed.task.name, follower=swallowed.follower)
