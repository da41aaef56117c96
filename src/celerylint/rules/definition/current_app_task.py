"""A task is made with `current_app.task`.

The decorator runs when the file is imported, and takes the app that is current then. If the project's own is made
later, or not imported yet, that is Celery's fallback app, which has no settings: `delay` looks for a broker at
`amqp://localhost`, and the settings of the project do not hold for the task.

Write `@shared_task`, which asks for the current app at each use. Turn it on when nobody can say in which order the
files of the project are imported.
"""

from celerylint.core.rewrite import ShareTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.app_bound_task import AppBoundTask

rule = Rule(
    __name__,
    code=128,
    message="`{decorator}` binds `{task}` to the app that is current at import, which may have no settings; "
    "write `@shared_task`",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    fix=Fix.SAFE,
)


@rule.check(AppBoundTask)
def check(made: AppBoundTask) -> Findings:
    if made.is_of_current_app:
        yield rule.at(made, None, ShareTask(made.span), decorator=made.decorator, task=made.task.name)
