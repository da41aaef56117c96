"""A task reports progress although its result is ignored.

`update_state` stores the state all the same, but with `ignore_result=True` Celery stores nothing when the task ends:
neither SUCCESS nor FAILURE. Whoever polls the task sees PROGRESS until the result expires.

Give the task `ignore_result=False`. Where the value that it returns is not to be kept, let it return nothing. From
Celery 5.7 on a single call may say so too, `apply_async(..., ignore_result=False)`; older versions do not heed that.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.state_update import EndlessProgress

rule = Rule(
    __name__,
    code=817,
    message="the result of `{task}` is ignored, so it stays {state} after it has ended; "
    "give the task `ignore_result=False`, or drop this",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(EndlessProgress)
def check(progress: EndlessProgress) -> Findings:
    """One finding a task, at the first report: one option mends them all."""
    yield rule.at(progress, task=progress.task.name, state=progress.state)
