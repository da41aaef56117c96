"""Nobody keeps what a task was called with when its retries are used up.

Celery acknowledges the message of a failed task like any other: the broker forgets it, no dead-letter queue gets it,
and the result tells the error without the arguments. What was to be done can only be pieced together from logs.

In the last run, `if self.request.retries >= self.max_retries`, send the arguments to a task that stores them, or give
the task an `on_failure` that does. A task with `autoretry_for` is left alone, since its last error passes by its body;
a receiver of the signal `task_failure` in another file is not seen. Turn it on when failed work is to be done again.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.dropped_letter import DroppedLetter

rule = Rule(
    __name__,
    code=233,
    message="nothing here keeps the arguments of `{task}` when its retries are used up; "
    "send them to a dead-letter task, or give it an `on_failure`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(DroppedLetter)
def check(dropped: DroppedLetter) -> Findings:
    """Where nothing retries the task at all, retry-options-without-retry speaks."""
    yield rule.at(dropped, task=dropped.task.name)
