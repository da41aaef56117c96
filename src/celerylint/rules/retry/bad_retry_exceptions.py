"""`autoretry_for` or `dont_autoretry_for` holds something other than exception classes in a tuple.

Celery makes a tuple of the value when the task is first looked at: `(ConnectionError)` without a comma is a class and
no tuple, which is a TypeError that stops the worker at its start, and so is None. Text or an instance inside the tuple
shows only when the task fails: comparing the exception with it is a TypeError, and nothing is retried.

Write a tuple of classes: `(ConnectionError,)`.
"""

from celerylint.core.rewrite import MakeTuple, Rewrite, SetValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry_policy import RetryPolicy

rule = Rule(
    __name__,
    code=223,
    message="`{option}` takes a tuple of exception classes, and this is {kind}; write {better}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
BETTER = {"a class": "`({text},)`", "text": "the class", "an instance": "the class", "nothing": "`()`"}


@rule.check(RetryPolicy)
def check(policy: RetryPolicy) -> Findings:
    for fault in policy.faults:
        better = BETTER[fault.kind].format(text=fault.text)
        rewrite: Rewrite | None = MakeTuple(fault.value) if fault.kind == "a class" else None
        rewrite = SetValue(fault.value, "()") if fault.kind == "nothing" else rewrite
        yield rule.at(fault.span, None, rewrite, option=fault.option, kind=fault.kind, better=better)
