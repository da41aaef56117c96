"""A task says by an option where its messages go.

`queue`, `routing_key`, `exchange`, `exchange_type`, `delivery_mode` and `priority` still act as options of a task, but
Celery 5.7 warns of each when the task is bound to its app, and Celery 6.0 is to ignore them: the messages then go to
the default queue.

Write the route into the setting `task_routes`, or give the option to the call. Turn it on when the project means to
move to Celery 6, or wants its routes in one place.
"""

from celerylint.celery.options import DEPRECATED_ROUTING, DEPRECATED_ROUTING_SINCE
from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.registered_class import RegisteredClass
from celerylint.facts.task import Task

rule = Rule(
    __name__,
    code=127,
    message="Celery 5.7 warns of the task option `{option}`, and Celery 6.0 is to ignore it; "
    "route `{task}` by `task_routes`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(Task)
def check(task: Task) -> Findings:
    """Of what a base class has, Celery does not warn; a decorator out of sight may make anything of its options."""
    if task.module.settings.target_celery < DEPRECATED_ROUTING_SINCE or task.is_open:
        return
    if task.owner and task.module.at(RegisteredClass, task.owner.node) is None:
        return
    for option in task.written_options:
        if option.name in DEPRECATED_ROUTING:
            yield rule.at(option, option=option.name, task=task.name)
