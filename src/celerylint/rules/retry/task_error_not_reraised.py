"""The outermost handler of a task keeps its error.

The handler logs the error, or records it, and the task ends in SUCCESS: callbacks run, errbacks and `on_failure` do
not, and neither a caller nor a monitor can tell the run from one that did its work.

Raise at the end of the handler. Turn it on when the log is not the place where failed tasks are looked for.
"""

from celerylint.core.rewrite import RaiseAtEnd
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.outermost_handler import OutermostHandler
from celerylint.facts.swallowed_error import SwallowedError

rule = Rule(
    __name__,
    code=243,
    message="this handler keeps the error, so `{task}` ends in SUCCESS when its work fails; end it with `raise`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks", "async-runner"),
    fix=Fix.UNSAFE,
)


@rule.check(OutermostHandler)
def check(handler: OutermostHandler) -> Findings:
    """Where something is declared for errors that never acts, swallowed-task-error speaks; where the error is returned,
    error-returned-as-result."""
    if handler.ends_in_success and handler.module.at(SwallowedError, handler.node) is None:
        yield rule.at(handler, None, RaiseAtEnd(handler.span), task=handler.task.name)
