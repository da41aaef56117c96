"""The name of a task does not lead to its function.

Celery does not mind: it runs the task by whatever name it is given. But who reads `billing.tasks.remind` in a log, a
schedule or a route looks for `remind` in `billing/tasks.py`, and a name that was copied with the decorator leads to
another task. A route by a pattern, such as `billing.tasks.*`, leaves it out.

Write the name as the setting `task-name-pattern` has it, by default the path of the module and the function. Turn it
on when the team names its tasks by one pattern.
"""

from celerylint.core.rewrite import RenameKey
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.task_name import TaskName

rule = Rule(
    __name__,
    code=107,
    message="the name `{name}` does not lead to the task `{task}`; name it `{better}`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
    fix=Fix.UNSAFE,
)


@rule.check(TaskName)
def check(name: TaskName) -> Findings:
    """A name that is a constant, or a member of an enum, is chosen in one place for the whole project."""
    if name.is_literal and not name.fits:
        rewrite = RenameKey(name.value_span, name.better) if name.can_be_renamed else None
        yield rule.at(name.option_span, None, rewrite, name=name.name, task=name.task.name, better=name.better)
