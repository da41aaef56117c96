"""A bound task has no parameter for the task itself.

With `bind=True` Celery passes the task as the first argument. A function that takes none by place fails on every call
with TypeError; one whose first parameter is meant for data gets the task there, and all arguments shift by one.

Give the function a first parameter `self`, or drop `bind=True`.
"""

from celerylint.core.rewrite import TakeSelf
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task import Task
from celerylint.facts.task_parameter import TaskParameter

rule = Rule(
    __name__,
    code=103,
    message="`bind=True` passes the task to `{task}`, which takes nothing by place; "
    "give it a first parameter `self` or drop `bind=True`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
    words=("bind",),
)
TAKES_DATA = "`bind=True` makes `{parameter}` the task itself, and `{task}` uses it as data; put a `self` before it"


@rule.check(Task)
def check(task: Task) -> Findings:
    if not task.is_bound or task.owner or task.is_wrapped:
        return
    if task.first_parameter is None and not task.parameters.star:
        yield rule.at(task, None, TakeSelf(task.span), task=task.name)


@rule.check(TaskParameter)
def check_first(parameter: TaskParameter) -> Findings:
    task = parameter.task
    if not (parameter.is_first and task.is_bound) or task.owner or task.is_wrapped or task.has_own_class:
        return
    if parameter.is_data:
        mended = TakeSelf(task.span)
        yield rule.at(parameter, TAKES_DATA, mended, Fix.UNSAFE, parameter=parameter.name, task=task.name)
