"""The number of retries is compared with its limit so that the answer is always the same.

`self.request.retries` is 0 in the first run and `max_retries` in the last, and never more. So `retries > max_retries`
is never true and `retries <= max_retries` always: what was meant for the last run, the dead letter or the alarm, never
happens.

Write `>=`, or `<` for the branch that retries.
"""

from celerylint.core.rewrite import Compare
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry_count import RetryCount

rule = Rule(
    __name__,
    code=220,
    message="`{text}` is never true: in the last run the two are equal; compare with `>=`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
ALWAYS = "`{text}` is always true: in the last run the two are equal; compare with `<`"


@rule.check(RetryCount)
def check(count: RetryCount) -> Findings:
    """Without a limit the comparison is a TypeError, of which another rule speaks."""
    if count.limit_may_differ or count.has_no_limit:
        return
    if count.operator == ">":
        yield rule.at(count, None, Compare(count.span, count.sharper), text=count.text)
    elif count.operator == "<=" and count.has_other_branch:
        yield rule.at(count, ALWAYS, Compare(count.span, count.sharper), text=count.text)
