"""An execution option is misspelt, or is given what it cannot be.

Celery hands an option that it does not know to the broker as a property of the message, and nobody reads it: the task
runs at once, in the usual queue. A timedelta for `countdown` or `expires`, or a number for `eta`, raises when the task
is sent.

Write the option as Celery spells it; seconds as a number, `delta.total_seconds()`, and an `eta` as a datetime.
"""

from celerylint.core.rewrite import NameArguments, TakeSeconds
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.call_option import CallOption

rule = Rule(
    __name__,
    code=529,
    message="Celery knows no option `{option}` of `{method}` and ignores it; write `{meant}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
SECONDS = "`{option}` is {what}, so `{method}` raises TypeError; write the number of seconds"
TIME = "`eta` is {what}, so `{method}` raises AttributeError; write a datetime, or `countdown`"


@rule.check(CallOption)
def check(option: CallOption) -> Findings:
    """What `retry` is given is the matter of another rule; here only the names."""
    if option.meant:
        renamed = NameArguments(((option.span, option.meant),))
        words = {"option": option.name, "method": option.method, "meant": option.meant}
        yield rule.at(option, None, renamed, Fix.UNSAFE, **words)
    elif option.unfit and option.method != "retry":
        message = TIME if option.name == "eta" else SECONDS
        is_duration = message == SECONDS and option.unfit == "a timedelta"
        mended = TakeSeconds(option.module.span(option.node)) if is_duration else None
        yield rule.at(option, message, mended, option=option.name, method=option.method, what=option.unfit)
