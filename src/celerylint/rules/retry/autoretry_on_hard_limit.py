"""A task waits for an exception that is never raised in it.

TimeLimitExceeded and WorkerLostError are made by the worker's parent process, when it has killed the child at the hard
time limit or found it dead. The child that ran the task is gone by then: its handlers do not run, and `autoretry_for`,
which is a handler around the task, does not see them.

Catch SoftTimeLimitExceeded and set a soft limit; for a lost worker set `acks_late` and `reject_on_worker_lost`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.handler import Handler
from celerylint.facts.retry_policy import RetryPolicy

rule = Rule(
    __name__,
    code=232,
    message="`{name}` is never raised in a task, only in the worker's parent process; "
    "name SoftTimeLimitExceeded and set a soft limit",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    words=("TimeLimitExceeded", "WorkerLostError"),
)
LOST = (
    "`{name}` is never raised in a task, only in the worker's parent process; "
    "set `acks_late` and `reject_on_worker_lost`"
)


@rule.check(RetryPolicy)
def check(policy: RetryPolicy) -> Findings:
    for part in policy.hopeless:
        yield rule.at(part.span, LOST if part.text.endswith("WorkerLostError") else None, name=part.text)


@rule.check(Handler)
def check_handler(handler: Handler) -> Findings:
    """Around the result of another task it is right: there the error of that task is raised."""
    if handler.takes_only_what_a_parent_makes and not handler.guards_a_result:
        name = handler.kind_names[0]
        yield rule.at(handler, LOST if name == "WorkerLostError" else None, name=name)
