"""A `return` in a `finally` swallows whatever is raised in the `try`.

Python drops the exception that is on its way out: the task ends in SUCCESS, and the error is lost. Celery raises
exceptions of its own through task code, and these go the same way: a Retry, the soft time limit, Ignore and Reject.

Clean up in the `finally` and return after it.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.final_return import FinalReturn

rule = Rule(
    __name__,
    code=224,
    message="this `return` drops whatever the `try` raises, a Retry and the soft time limit included; "
    "return after the `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(FinalReturn)
def check(final: FinalReturn) -> Findings:
    """Where it drops a retry or an Ignore that the function itself raises, the rules about these speak."""
    if not final.drops_nothing and not final.keeps_control_flow:
        yield rule.at(final)
