"""A task is retried without end.

With `max_retries=None` nothing ends the retries of an error that does not pass: the task comes back for as long as
there are workers and is never reported as failed. Such tasks add up. Where it is `self.retry`
that is given `max_retries=None`, this means the task's own number, and not no limit.

Give it a number, or compare `self.request.retries` with one and give up. Turn it on when a task that cannot succeed is
to fail.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retried_task import EndlessTask

rule = Rule(
    __name__,
    code=208,
    message="nothing ends the retries of `{task}`; give `max_retries` a number, or give up by `self.request.retries`",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(EndlessTask)
def check(endless: EndlessTask) -> Findings:
    """Where the number of retries is compared with None, unlimited-retries-compared speaks."""
    yield rule.at(endless, task=endless.task.name)
