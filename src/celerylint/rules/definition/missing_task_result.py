"""A task that works on many items does not say what became of them.

The result of such a task is None: a dashboard, a test and whoever calls it at a shell learn that it ended, and neither
how many items it had nor how many of them failed.

Return the counts, and say so in the annotation: `-> dict[str, int]`. Turn it on when the results of batch tasks are
read.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_work import TaskWork

rule = Rule(
    __name__,
    code=111,
    message="`{task}` works on many items and returns nothing; return how many there were, and how many failed",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks"),
)
ANNOTATION = "`{task}` works on many items and does not declare what it returns; annotate it, as `-> dict[str, int]`"


@rule.check(TaskWork)
def check(work: TaskWork) -> Findings:
    """A task that hands what a coroutine returns on need not repeat its annotation."""
    if not work.keeps_result or not work.processes_items:
        return
    if work.returns_nothing:
        yield rule.at(work, task=work.task.name)
    elif work.processes_items_itself and work.returns_undeclared_counts:
        yield rule.at(work, ANNOTATION, task=work.task.name)
