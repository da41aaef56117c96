"""A message is not acknowledged when its task runs into the hard time limit.

With `acks_late=True` and `acks_on_timeout=False` (or `acks_on_failure_or_timeout=False`) the worker kills the task at
its time limit and puts the message back, where it is taken again at once. A task that is too slow once is too slow
again: it runs for ever, and nothing counts the attempts.

Leave acknowledging on a timeout as it is, and retry from the soft time limit.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.time_limit import KilledTask

rule = Rule(
    __name__,
    code=237,
    message="`{task}` is killed after {limit:g} s, put back and run again, for ever; drop `{option}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(KilledTask)
def check(killed: KilledTask) -> Findings:
    if killed.is_put_back:
        yield rule.at(killed, task=killed.task.name, limit=killed.limit, option=killed.option.name)
