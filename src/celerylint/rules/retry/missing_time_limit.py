"""A task may run for ever.

Celery has no time limit of its own. A task that waits for an answer that never comes keeps its place in the worker
until somebody restarts it; when all places are taken, the queue stands still.

Give the task `soft_time_limit` and `time_limit`, or set `task_time_limit` for all. The limit may stand in settings that
one file does not show, so tasks of an app that is made or configured elsewhere, and those of `shared_task`, are left
alone. Turn it on when a task that hangs is to be ended by the worker.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unhandled_limit import UnlimitedTask

rule = Rule(
    __name__,
    code=216,
    message="`{task}` has no time limit and keeps its place in the worker if it hangs; "
    "give `soft_time_limit` and `time_limit`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("task-definition", "async-runner", "queue-operations"),
)


@rule.check(UnlimitedTask)
def check(unlimited: UnlimitedTask) -> Findings:
    yield rule.at(unlimited, task=unlimited.task.name)
