"""A route or an annotation is for a task that does not exist.

Celery looks a task's name up in `task_routes`, where `*` stands for anything, and in `task_annotations`, where only a
lone `*` does: a pattern such as `shop.tasks.*` is a task of that name there. What matches no task has no effect, and no
error is raised: the tasks go to the default queue, and have no rate limit.

Write the names that the tasks are registered under, in annotations each of them.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_pattern import TaskPattern

rule = Rule(
    __name__,
    code=706,
    message="no task is registered as `{text}`, so its {kind} has no effect; write {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
PATTERN = "annotations know no pattern but `*`, so that of `{text}` has no effect; write the name of each task"
MODULE = "`{text}` is a module and no task, so its {kind} has no effect; write `{text}.*` for a route"
MESSAGES = {"pattern": PATTERN, "module": MODULE, "nobody": None}


@rule.check(TaskPattern)
def check(pattern: TaskPattern) -> Findings:
    """What other files register is not known: only names of this module, and near misses of names given here."""
    if pattern.fault:
        advice = f"`{pattern.meant}`" if pattern.meant else "the name of a task"
        yield rule.at(pattern, MESSAGES[pattern.fault], text=pattern.text, kind=pattern.kind, advice=advice)
