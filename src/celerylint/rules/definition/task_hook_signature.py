"""A hook of a task does not take what Celery passes, or `__call__` does not run the task.

Celery calls the hooks with a fixed number of arguments. A hook that takes others raises TypeError: `before_start` fails
the task before it runs, `on_failure` hides the error it was to report, `on_retry` loses the retry. A function given as
an option becomes a method, and so is passed the task first. A `__call__` that does not call `run` succeeds without
running anything, and one that does not return what `run` gives loses the result.

Write the hook with all its parameters, or `*args`; end `__call__` with `return super().__call__(*args, **kwargs)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_hook import CallMethod, TaskHook

rule = Rule(
    __name__,
    code=123,
    message="Celery passes `{passed}` to `{hook}`, which does not take that; write `def {hook}({passed})`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
LACKS_SELF = "`{hook}` becomes a method and is passed the task first; give the function a first parameter `self`"
RUNS_NOTHING = "`{method}` never runs the task; end it with `return super().__call__(*args, **kwargs)`"
DROPS_RESULT = "`{method}` drops what the task returns; write `return super().__call__(*args, **kwargs)`"


@rule.check(TaskHook)
def check(hook: TaskHook) -> Findings:
    if not hook.accepts:
        message = LACKS_SELF if hook.is_option and hook.lacks_only_self else None
        yield rule.at(hook, message, hook=hook.name, passed=", ".join(hook.passed))


@rule.check(CallMethod)
def check_call(method: CallMethod) -> Findings:
    if not method.may_run and method.is_of_base:
        yield rule.at(method, RUNS_NOTHING, method=method.name)
    elif method.drops_result:
        yield rule.at(method, DROPS_RESULT, method=method.name)
