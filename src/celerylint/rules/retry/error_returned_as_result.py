"""The outermost handler of a task returns the error.

A task fails by an exception. One that returns `{"error": ...}` ends in SUCCESS: its callbacks run and the next link
of its chain is given the error for a result, while errbacks, retries, `on_failure` and whatever counts failed tasks see
nothing. Each caller has to know, and to look.

Raise after logging. What is known to be final, such as an order that is gone, may be returned from a handler that
names it. Turn it on when results are handed on in chains, or failures are counted by their state.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.outermost_handler import OutermostHandler

rule = Rule(
    __name__,
    code=212,
    message="this handler makes the error the result of `{task}`, which ends in SUCCESS for whoever comes after it; "
    "raise after logging",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(OutermostHandler)
def check(handler: OutermostHandler) -> Findings:
    """Of a handler that returns nothing swallowed-task-error speaks, or task-error-not-reraised."""
    if handler.returns_error:
        yield rule.at(handler, task=handler.task.name)
