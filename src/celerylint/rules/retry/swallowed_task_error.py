"""A task declares retries, and its outermost handler takes every error.

Celery retries a task for an exception that comes out of it. Here none does: the handler writes a line, the run ends
in SUCCESS, callbacks and the rest of the chain go on with None, and `autoretry_for` or `max_retries` never act.

Let the error out (`raise` after logging it), retry in the handler, or catch only what may be dropped.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.swallowed_error import SwallowedError

rule = Rule(
    __name__,
    code=211,
    message="this handler takes every error, so the run succeeds and `{option}` of `{task}` never acts; "
    "raise after logging, or retry",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(SwallowedError)
def check(swallowed: SwallowedError) -> Findings:
    yield rule.at(swallowed, option=swallowed.option, task=swallowed.task.name)
