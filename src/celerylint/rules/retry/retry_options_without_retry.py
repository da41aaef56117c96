"""A task is given a number of retries, or a delay for them, and nothing retries it.

`max_retries` and `default_retry_delay` say how often and how late a task runs again, not that it does: Celery retries
for the errors in `autoretry_for` and where `self.retry()` is called. Without either the task fails at its first error,
while its decorator reads as if it were patient.

Name the errors in `autoretry_for`, call `self.retry(exc=error)`, or drop the options. Turn it on when options are to
say what happens.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retried_task import IdleRetryOption

rule = Rule(
    __name__,
    code=227,
    message="nothing retries `{task}`, so `{option}` does nothing; name errors in `autoretry_for`, "
    "or call `self.retry()`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(IdleRetryOption)
def check(idle: IdleRetryOption) -> Findings:
    """One finding a task. Where a handler keeps the error swallowed-task-error speaks, and of the options beside
    `autoretry_for` backoff-without-autoretry."""
    yield rule.at(idle, task=idle.task.name, option=idle.name)
