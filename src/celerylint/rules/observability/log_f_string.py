"""The text of a log line is put together before the logger is called.

The logger gets a text that is another one in each run, so no tool can count the lines of one kind or group the errors
of one kind, and the values can be found only by searching in texts. The text is also made where its level is off.

Write one text with `%s` in it and the values after it, `logger.info("sent %s", order)`. structlog and loguru take the
values by name, `logger.info("sent", order=order)`. Turn it on when log lines are searched or counted by their text.
"""

from celerylint.core.rewrite import PassLogValues
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.log_call import LogCall

rule = Rule(
    __name__,
    code=802,
    message="this text is another one in each line, so lines of one kind cannot be grouped; "
    "write `%s` in it, and the values after it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks"),
    fix=Fix.SAFE,
)
BY_NAME = (
    "this text is another one in each line, so lines of one kind cannot be grouped; "
    "write the values after it, as `name=value`"
)


@rule.check(LogCall)
def check(call: LogCall) -> Findings:
    """At the text, which alone is to be changed."""
    if call.mixed_text:
        rewrite = None if call.takes_keywords else PassLogValues(call.mixed_text)
        fix = None if call.has_plain_fields else Fix.UNSAFE
        yield rule.at(call.mixed_text, BY_NAME if call.takes_keywords else None, rewrite, fix)
