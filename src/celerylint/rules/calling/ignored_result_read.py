"""The result of a task is waited for, and nobody stores it.

With `ignore_result=True` the worker stores neither value nor state. `get()` on what `delay()` gave returns None at
once, before the task has run; `get()` on `AsyncResult(task_id)` knows nothing of the option and waits for ever. Where
the app has no result backend, every question about a result raises an error.

Let the task store its result, or do not wait for it. From Celery 5.7 on a single call may have it stored,
`apply_async(..., ignore_result=False)`; before that the worker looks only at the task's own option.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unstored_result import UnstoredResult
from celerylint.facts.wait import Wait

rule = Rule(
    __name__,
    code=521,
    message="the result of `{task}` is ignored, so this gives nothing, at once; drop `ignore_result=True`, "
    "or do not wait",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
FOR_EVER = "the result of `{task}` is ignored and never stored, so this can only wait; drop `ignore_result=True`"
NO_BACKEND = "the app has no result backend, so this raises {error}; set `result_backend`, or do not ask"


@rule.check(Wait)
def check(wait: Wait) -> Findings:
    if wait.is_ignored and not wait.is_eager:
        name = wait.sent.name if wait.sent else wait.task.name if wait.task else ""
        yield rule.at(wait, None if wait.knows_it_is_ignored else FOR_EVER, task=name)


@rule.check(UnstoredResult)
def check_backend(result: UnstoredResult) -> Findings:
    yield rule.at(result, NO_BACKEND, error=result.error)
