"""`self.update_state()` is called in a task that is not bound.

Without `bind=True` there is no `self`: the first report of progress raises NameError and the task fails there. Where
the first parameter happens to be called `self`, it is the first argument of the call.

Give the decorator `bind=True` and the function a first parameter `self`. A helper that has no task at hand can write
`current_task.update_state(...)`.
"""

from celerylint.core.rewrite import BindTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_use import TaskUse

rule = Rule(
    __name__,
    code=806,
    message="`self.update_state` in `{task}`, which is not bound: `self` is not the task; "
    "give the decorator `bind=True` and the function a `self`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(TaskUse)
def check(use: TaskUse) -> Findings:
    """One finding a task. Where it uses more of the Task API, retry-without-bind speaks."""
    if use.is_first and use.attribute == "update_state":
        rewrite = BindTask(use.task.decorator_span, use.task.span, use.lacks_self) if use.task.decorator_span else None
        yield rule.at(use, None, rewrite, task=use.task.name)
