"""A numeric option of a task is given something that is no number.

Celery takes the options as they are. `default_retry_delay=timedelta(...)` is compared with numbers at the first retry,
and the TypeError loses the task; `expires=timedelta(...)` fails every call, `max_retries="3"` every retry, and
`retry_backoff_max=None` as soon as the task is made.

Write a number, of seconds where the option is a time: `timedelta(minutes=5).total_seconds()`.
"""

from celerylint.celery.options import REFUSED_VALUES
from celerylint.core.rewrite import TakeSeconds
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_option import GivenOption

rule = Rule(
    __name__,
    code=135,
    message="{kind} for `{option}` is a TypeError {when}; write {better}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
    words=tuple(REFUSED_VALUES),
)
KINDS = {
    "timedelta": ("a timedelta", "the number of seconds: `.total_seconds()`"),
    "text": ("text", "a number"),
    "None": ("no number", "one or leave it out"),
}
SECONDS = ("default_retry_delay", "expires", "retry_backoff_max")


@rule.check(GivenOption)
def check(option: GivenOption) -> Findings:
    kinds, when = REFUSED_VALUES.get(option.name, ((), ""))
    if kinds and option.kind in kinds and not option.may_be_read_otherwise:
        kind, better = KINDS[option.kind]
        is_duration = option.kind == "timedelta" and option.is_in_decorator and option.name in SECONDS
        mended = TakeSeconds(option.module.span(option.node)) if is_duration else None
        yield rule.at(option, None, mended, kind=kind, option=option.name, when=when, better=better)
