"""A task is given no name.

Celery makes one of the module's path and the function: a file that is moved, or imported by another path in another
process, has its tasks under another name. Messages, routes and schedules that hold the old name then find no task.
Where every process imports the module by one absolute path, and it stays where it is, nothing happens.

Give the task a `name` that it keeps. Turn it on when names of tasks stand in schedules, routes or other services.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.registered_class import RegisteredClass
from celerylint.facts.task import Task
from celerylint.facts.task_name import own_name

rule = Rule(
    __name__,
    code=106,
    message="`{task}` is named after the path that its module is imported by, and changes with it; give it a `name`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
    fix=Fix.UNSAFE,
)


@rule.check(Task)
def check(task: Task) -> Findings:
    """A class that this file does not register may be a base of tasks, and none itself."""
    if task.owner and task.module.at(RegisteredClass, task.owner.node) is None:
        return
    if not task.may_be_named:
        name, made_by = own_name(task), None if task.owner else task.decorator_span
        rewrite = AddArguments(made_by, (("name", f'"{name}"'),)) if name and made_by else None
        yield rule.at(task.owner or task, None, rewrite, task=task.name)
