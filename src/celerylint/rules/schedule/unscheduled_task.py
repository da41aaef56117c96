"""A task with a lock is left out by the schedule of its app.

A task that lets one run in at a time is mostly one that comes again and again. If no entry of `beat_schedule` is for
it, and nothing sends it, it never runs, and nobody misses it before somebody looks for what it was to do.

Add an entry. Turn it on when tasks with a lock are periodic ones.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unscheduled_task import UnscheduledTask

rule = Rule(
    __name__,
    code=740,
    message="no entry of this schedule is for `{task}`, which has a lock, and nothing here sends it; add one",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)
ELSEWHERE = "no entry of the app's schedule is for `{task}`, which has a lock, and no file sends it; add one"


@rule.check(UnscheduledTask)
def check(unscheduled: UnscheduledTask) -> Findings:
    """Only where the file that makes the app shows its whole schedule. An entry whose name no task has is
    schedule-unknown-task's."""
    yield rule.at(unscheduled, ELSEWHERE if unscheduled.is_scheduled_elsewhere else None, task=unscheduled.task.name)
