"""A decorator below the task decorator hides the name of the function.

It gives a wrapper without `functools.wraps`, and Celery names the task after the wrapper: `tasks.wrapper`. Schedules
and routes that name the function find no task, and the next task with the same decorator gets the same name, so that
one of the two never runs.

Put `@functools.wraps(function)` on the wrapper, or give the task a `name`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_decorator import TaskDecorator
from celerylint.facts.task_name import TaskName

rule = Rule(
    __name__,
    code=134,
    message="`{decorator}` hides the name of `{task}`, which is registered as `{wrapper}`; "
    "put `functools.wraps` on the wrapper or give the task a `name`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(TaskDecorator)
def check(decorator: TaskDecorator) -> Findings:
    """Where another task has taken the wrapper's name before, duplicate-task-name speaks."""
    task = decorator.task
    if not decorator.is_next_below or not decorator.hides_name or task.option("name") or task.options.open:
        return
    name = task.module.at(TaskName, task.node)
    if name is None or name.earlier is None:
        yield rule.at(decorator, decorator=decorator.name, task=task.name, wrapper=decorator.wrapper_name)
