"""Another decorator stands above the task decorator.

What it gives is a plain function around the task: `.delay` is gone, so calling it fails with AttributeError, and a
worker runs the function below without what the decorator adds.

Put the task decorator on top. The other then wraps the function, with `functools.wraps`, and runs in the worker. Of
what `functools.lru_cache` gives Celery can make no task at all: cache a function that the task calls.
"""

from celerylint.core.rewrite import PutTaskAbove
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_decorator import TaskDecorator

rule = Rule(
    __name__,
    code=104,
    message="`{decorator}` makes a function without `delay` of the task `{task}`, and a worker runs that unwrapped; "
    "put the task decorator on top",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
CACHED = (
    "`{decorator}` makes an object without `delay` of the task `{task}`, and below the task decorator one that Celery "
    "cannot make a task of; cache a function that the task calls"
)


@rule.check(TaskDecorator)
def check(decorator: TaskDecorator) -> Findings:
    if decorator.is_above and decorator.gives_function:
        task = decorator.task
        made_by = task.decorator_span if decorator.can_be_below else None
        rewrite = PutTaskAbove(task.span, made_by, decorator.span) if made_by else None
        message = CACHED if decorator.gives_object else None
        yield rule.at(decorator, message, rewrite, decorator=decorator.name, task=task.name)
