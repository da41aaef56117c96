"""`self.retry(error)` gives the exception by place.

The first parameter of `retry` is `args`, the arguments of the next run. Given an exception, `retry` itself fails with
TypeError before it has sent anything: the task is not retried, and the error that was to be retried is lost behind it.

Write `self.retry(exc=error)`.
"""

from celerylint.core.rewrite import NameArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry_argument import RetryArgument

rule = Rule(
    __name__,
    code=222,
    message="the first argument of `{receiver}.retry()` is `args`, so this is a TypeError and no retry; "
    "write `exc={given}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(RetryArgument)
def check(argument: RetryArgument) -> Findings:
    if argument.name == "args" and argument.kind == "an exception":
        mended = NameArguments(((argument.span, "exc"),))
        yield rule.at(argument, None, mended, receiver=argument.retry.receiver, given=argument.text)
