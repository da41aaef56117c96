"""Code stands after `self.replace(...)`.

In a worker `replace` sends the other task and raises Ignore, so that what comes after it never runs: no log line, no
clean-up, no commit. In eager mode, and so in many tests, it returns the other task's result and the code does run.

Write `return self.replace(...)` and put before it what has to be done.
"""

from celerylint.core.rewrite import ReturnCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.replacement import Replacement

rule = Rule(
    __name__,
    code=608,
    message="`{receiver}.replace(...)` ends the task, so what follows runs in eager mode only; "
    "put it before, and write `return {receiver}.replace(...)`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Replacement)
def check(replacement: Replacement) -> Findings:
    """A handler that takes what `replace` raises is a matter of its own."""
    if replacement.is_followed_by_code and not replacement.may_be_swallowed:
        yield rule.at(replacement, None, ReturnCall(replacement.span), receiver=replacement.receiver)
