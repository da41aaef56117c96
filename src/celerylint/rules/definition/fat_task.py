"""A task asks the database itself, again and again, instead of calling a service.

What it does can be had from the task only: a web view or a command that needs the same writes the queries anew, and a
test of them needs a task. How many queries are too many is the setting `max-task-queries`.

Move the queries into a service, and let the task open the session, call it, and report. Turn it on when services do
the work and tasks only run them.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_work import TaskWork

rule = Rule(
    __name__,
    code=114,
    message="queries that `{task}` makes itself: {count}; leave them to a service",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
)


@rule.check(TaskWork)
def check(work: TaskWork) -> Findings:
    count = len(work.queries)
    if count > work.module.settings.max_task_queries:
        yield rule.at(work, task=work.task.name, count=count)
