"""A handler of MaxRetriesExceededError stands around `self.retry(exc=error)`.

When the retries are used up, `retry` raises what it was given as `exc`; only without `exc` does it raise
MaxRetriesExceededError. So the handler never runs: nothing marks the order as failed, and the task ends in the error
that it was retried for.

Leave out `exc`, or ask before the retry: `if self.request.retries >= self.max_retries`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.last_resort import LastResort

rule = Rule(
    __name__,
    code=226,
    message="this never runs: `retry(exc=...)` raises that exception, not MaxRetriesExceededError; "
    "leave out `exc`, or compare `self.request.retries` before it",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(LastResort)
def check(handler: LastResort) -> Findings:
    if handler.is_unreachable:
        yield rule.at(handler)
