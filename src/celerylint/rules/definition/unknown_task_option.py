"""A task decorator is given an option that Celery does not know.

Celery accepts any keyword and makes it an attribute of the task, so a misspelt `max_retry=1` is not refused: it just
has no effect, and the task keeps retrying three times. The same holds for options that belong to a call (`countdown`)
or to the schedule.

Write the option that was meant, or move it to where it acts. An option that the project itself reads off the task, in
a base class or a signal handler, is fine.
"""

from celerylint.core.rewrite import NameArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_option import UnknownOption

rule = Rule(
    __name__,
    code=105,
    message="Celery ignores the option `{option}` here; {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(UnknownOption)
def check(option: UnknownOption) -> Findings:
    if option.is_read_here:
        return
    if option.since:
        yield rule.at(option, option=option.name, advice=f"only Celery {option.since} and newer read it")
    elif option.meant:
        rewrite = NameArguments(((option.span, option.meant),))
        yield rule.at(option, None, rewrite, option=option.name, advice=f"write `{option.meant}`")
    elif option.belongs_to:
        yield rule.at(option, option=option.name, advice=f"it belongs to {option.belongs_to}")
    elif not option.may_have_readers:
        yield rule.at(option, option=option.name, advice="nothing reads it; drop it")
