"""The schedule names a task that nobody registers.

Beat sends the name as it is written. A worker that has no task of that name logs `Received unregistered task` and
throws the message away, at every run. A task has the name of its module and function, such as `shop.tasks.purge`,
unless its decorator gives it another with `name=`: then only that one counts.

Write the name that the task is registered under, or let the code say it: `purge.name`.
"""

from celerylint.core.rewrite import RenameKey
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.scheduled_task import ScheduledTask

rule = Rule(
    __name__,
    code=703,
    message="no task is registered as `{name}`, and workers throw its messages away; write `{meant}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
NOBODY = "no task is registered as `{name}`, and workers throw its messages away; write the name of one"
FUNCTION = "`{name}` is a function and no task, and workers throw its messages away; decorate it with `task`"


@rule.check(ScheduledTask)
def check(scheduled: ScheduledTask) -> Findings:
    """What other files register is not known: only names of this module, and near misses of names given here."""
    if scheduled.fault == "function":
        yield rule.at(scheduled, FUNCTION, name=scheduled.name)
    elif scheduled.fault:
        meant = scheduled.meant
        rewrite = RenameKey(scheduled.span, meant) if meant and scheduled.is_literal else None
        yield rule.at(scheduled, None if meant else NOBODY, rewrite, name=scheduled.name, meant=meant)
