"""Two tasks of an app have one name.

Celery keeps one task for each name, and which of two it keeps is not specified: the order of decorated tasks can
change when an unrelated one is added. The other function is never run, and its `delay` runs the wrong one. Before
Celery 5.7 there is not even a warning.

Give each task a name of its own. A name of Celery's making is that of the module and the function, without the class.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_method import TaskMethod
from celerylint.facts.task_name import TaskName

rule = Rule(
    __name__,
    code=108,
    message="`{task}` has the name of the task in line {line}, so one of them never runs; give it a name of its own",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
ELSEWHERE = "`{task}` has the name of `{other}` in {file}, so one of them never runs; give it a name of its own"


@rule.check(TaskName)
def check(name: TaskName) -> Findings:
    """Of a method that is made a task, task-on-method speaks."""
    method = name.task.module.at(TaskMethod, name.node)
    if method and method.is_broken:
        return
    if name.earlier:
        yield rule.at(name, task=name.task.name, line=name.earlier_line)
    elif name.other:
        yield rule.at(name, ELSEWHERE, task=name.task.name, other=name.other.task.name, file=name.other.file)
