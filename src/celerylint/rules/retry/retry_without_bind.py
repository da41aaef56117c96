"""`self.retry()` or `self.request` is used in a task that is not bound.

Without `bind=True` there is no `self`: the line that should retry raises NameError, and the error that was to be
retried is lost behind it. Where the first parameter happens to be called `self`, it is the first argument of the
call.

Give the decorator `bind=True` and the function a first parameter `self`.
"""

from celerylint.core.rewrite import BindTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_use import TaskUse

rule = Rule(
    __name__,
    code=201,
    message="`self.{attribute}` in `{task}`, which is not bound: `self` is not the task; "
    "give the decorator `bind=True` and the function a `self`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(TaskUse)
def check(use: TaskUse) -> Findings:
    """One finding a task, at the first use: one `bind=True` mends them all. Where `update_state` is all that is used,
    update-state-without-bind speaks."""
    if use.is_first and use.attribute != "update_state":
        rewrite = BindTask(use.task.decorator_span, use.task.span, use.lacks_self) if use.task.decorator_span else None
        yield rule.at(use, None, rewrite, attribute=use.attribute, task=use.task.name)
