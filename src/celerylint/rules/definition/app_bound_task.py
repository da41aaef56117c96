"""A task is made with the decorator of one app.

The file has to import the app, which often imports the tasks in its turn. And `delay` sends through that app, also
where another one is in use: one that a test has made, or that of a second service which shares the code.
`shared_task` needs no app, and sends through whichever is current. A project that has one app, and never makes
another, sees no difference.

Write `@shared_task`, and keep `@app.task` for the file that makes the app. Turn it on when tasks are to be defined
without the app.
"""

from celerylint.core.rewrite import ShareTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.app_bound_task import AppBoundTask

rule = Rule(
    __name__,
    code=137,
    message="`@{decorator}` has `{task}` sent through one app, whichever is in use; write `@shared_task`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks", "async-runner"),
    fix=Fix.UNSAFE,
)


@rule.check(AppBoundTask)
def check(made: AppBoundTask) -> Findings:
    """Of `current_app`, current-app-task speaks."""
    if made.could_be_shared:
        rewrite = ShareTask(made.span) if made.is_made_once else None
        yield rule.at(made, None, rewrite, decorator=made.decorator, task=made.task.name)
