"""The answer of `inspect()` is used as a dict without testing that there is one.

`app.control.inspect()` asks all workers and waits for a second. If none replies in time, because they are busy,
restarting or gone, `active()`, `stats()` and their like give None and not an empty dict: the health check that should
have said so fails with AttributeError or TypeError.

Write `(... or {})` around the call, or test whether the answer is None and say that no worker replied.
"""

from celerylint.core.rewrite import OrEmpty
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.inspection import Inspection

rule = Rule(
    __name__,
    code=535,
    message="`{method}()` gives no dict when no worker replies in time; write `(... or dict())`, or test it first",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(Inspection)
def check(inspection: Inspection) -> Findings:
    if inspection.is_used_blindly and not inspection.is_answered:
        yield rule.at(inspection, None, OrEmpty(inspection.span), method=inspection.method)
