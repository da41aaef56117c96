"""A task has a first parameter `self`, but is not bound.

Only `bind=True` makes Celery pass the task as the first argument. Without it the first argument of the call lands in
`self` and all others shift by one: `.delay(1)` fails with TypeError, `.delay(1, 2)` runs with the wrong values.

Give the decorator `bind=True`, or drop the parameter.
"""

from celerylint.core.rewrite import BindTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task import Task
from celerylint.facts.task_use import TaskUse

rule = Rule(
    __name__,
    code=102,
    message="`{task}` takes `self` but is not bound, so every argument shifts by one; "
    "give the decorator `bind=True` or drop `self`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
    words=("self",),
)


@rule.check(Task)
def check(task: Task) -> Findings:
    """Where the body uses the Task API through `self`, retry-without-bind speaks."""
    if task.is_bound is not False or task.is_wrapped or task.is_method:
        return
    first = task.first_parameter
    if first and first.name == "self" and not any(use.task is task for use in task.module.all(TaskUse)):
        rewrite = BindTask(task.decorator_span, task.span, lacks_self=False) if task.decorator_span else None
        yield rule.at(first, None, rewrite, task=task.name)
