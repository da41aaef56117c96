"""A task has no time limit of its own.

Celery sets none by itself. A task that waits for an answer that never comes keeps its place in the worker until
somebody restarts it; when all places are taken, the queue stands still.

Give the task `soft_time_limit` and `time_limit`. A limit for all tasks is seen in the same file and in that of the
app, and where these load settings their tasks are left alone; the settings of a `shared_task` are not seen. Turn it on
when each task is to say how long it may take, and not where `task_time_limit` says it for all.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unhandled_limit import UnlimitedTask

rule = Rule(
    __name__,
    code=216,
    message="`{task}` has no time limit of its own, so unless a setting has one it may hang for ever; "
    "give `soft_time_limit` and `time_limit`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations", "task-definition", "async-runner"),
)


@rule.check(UnlimitedTask)
def check(unlimited: UnlimitedTask) -> Findings:
    yield rule.at(unlimited, task=unlimited.task.name)
