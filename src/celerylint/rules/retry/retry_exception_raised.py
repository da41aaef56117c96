"""`Retry` is raised by hand.

The exception only tells the worker to store the state RETRY; it is `self.retry()` that sends the task again. Raised
alone it leaves a task that waits in RETRY for ever, and a caller that waits with it.

Write `raise self.retry(...)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.predicate import Predicate

rule = Rule(
    __name__,
    code=235,
    message="`raise Retry` sends nothing: `{task}` stays in RETRY and never runs again; write `raise self.retry(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Predicate)
def check(predicate: Predicate) -> Findings:
    if predicate.is_retry and not predicate.is_sent_by_hand and not predicate.keeper:
        yield rule.at(predicate, task=predicate.code.owner_name)
