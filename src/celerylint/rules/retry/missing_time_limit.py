"""A task has no time limit of its own.

Celery sets none by itself. A task that waits for an answer that never comes keeps its place in the worker until
somebody restarts it; when all places are taken, the queue stands still.

Give the task `soft_time_limit` and `time_limit`. A limit for all tasks is seen in the file of the app, or of a
`shared_task` in that of the one app near it, and in the modules and classes that it is configured from; where these
cannot all be seen, the tasks are left alone. Turn it on when each task is to say how long it may take, and not where
`task_time_limit` says it for all.
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
