"""A task raises Reject, and `autoretry_for` takes it in.

Reject is an Exception, and of its own exceptions Celery spares only Retry and Ignore. With
`autoretry_for=(Exception,)` the message that was to be rejected is acknowledged and the task retried, as often as it
may be, and rejected only then.

Give the task `dont_autoretry_for=(Reject,)`, or name narrower exceptions in `autoretry_for`.
"""

from celerylint.core.rewrite import SpareException
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.predicate import Predicate

rule = Rule(
    __name__,
    code=236,
    message="`autoretry_for` of `{task}` takes in Reject, so this is retried and not rejected; "
    "add `dont_autoretry_for=(Reject,)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Predicate)
def check(predicate: Predicate) -> Findings:
    if predicate.is_retried and not predicate.keeper:
        place = predicate.retrying_option
        rewrite = SpareException(*place, "celery.exceptions.Reject") if place else None
        yield rule.at(predicate, None, rewrite, task=predicate.code.owner_name)
