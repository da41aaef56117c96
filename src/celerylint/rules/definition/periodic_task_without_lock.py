"""A task that is sent by a schedule has no lock.

Beat does not wait for a run to end: when one takes longer than the schedule has it, or the queue was stuck and holds
several, the next worker begins while the first is still at work, and both do the same work on the same rows.

Put a lock decorator below the task decorator, one that the setting `lock-decorators` names. Turn it on when runs of a
scheduled task must not overlap.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.periodic_task import PeriodicTask

rule = Rule(
    __name__,
    code=117,
    message="the schedule sends `{task}` again while an earlier run may still be at work; put a lock on it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)


@rule.check(PeriodicTask)
def check(periodic: PeriodicTask) -> Findings:
    """A task whose schedule nobody is seen to give its app is not known to be one."""
    if not periodic.may_be_locked:
        yield rule.at(periodic, task=periodic.task.name)
