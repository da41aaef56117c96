"""An option of the task stands among the parameters of its function.

Celery reads options from the decorator. In the signature `max_retries=5` is one more argument that callers may pass
and nobody reads: the task keeps Celery's default.

Move it to the decorator.
"""

from celerylint.celery.options import SIGNATURE_OPTIONS
from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.task_parameter import TaskParameter

rule = Rule(
    __name__,
    code=125,
    message="nobody reads the parameter `{option}` of `{task}`, and it sets no option; move it to the decorator",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    words=tuple(sorted(SIGNATURE_OPTIONS)),
)


@rule.check(TaskParameter)
def check(parameter: TaskParameter) -> Findings:
    task = parameter.task
    if parameter.name not in SIGNATURE_OPTIONS or not parameter.has_value or parameter.is_used:
        return
    if task.owner or task.is_wrapped or task.option(parameter.name) or parameter.is_first:
        return
    passed = (keyword.name for each in task.module.all(Dispatch) if each.task is task for keyword in each.keywords)
    if parameter.name not in passed:
        yield rule.at(parameter, option=parameter.name, task=task.name)
