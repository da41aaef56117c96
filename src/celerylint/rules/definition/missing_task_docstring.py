"""A task has no docstring.

A task is called from far away: a schedule, a web view, a colleague at a shell. What it does, and what its arguments
mean, stands nowhere but in its code.

Begin the function with a sentence that says what the task does. Turn it on when the team documents its tasks where
they are defined.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.registered_class import RegisteredClass
from celerylint.facts.task import Task

rule = Rule(
    __name__,
    code=112,
    message="`{task}` does not say what it does; begin it with a docstring",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks"),
)


@rule.check(Task)
def check(task: Task) -> Findings:
    """A class that this file does not register may be a base of tasks, and none itself."""
    if task.owner and task.module.at(RegisteredClass, task.owner.node) is None:
        return
    if not task.has_docstring:
        yield rule.at(task.owner or task, task=task.name)
