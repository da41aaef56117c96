"""A task is run by `apply` outside of tests, and nobody asks how it ended.

`apply` runs the task here, in this process: the request or the other task waits for it, its time limits do not act,
its retries follow at once. What it raises is kept in the result, whose `result` is then the exception, so that a
failure passes for a value, or for nothing.

Send the task by `delay`. Where it is to run here, call the function itself, or give `apply` its `throw=True`. Turn it
on when `apply` is meant for tests only.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.inline_run import InlineRun

rule = Rule(
    __name__,
    code=511,
    message="`apply` runs `{task}` in this process and keeps its failure to itself; write `delay(...)`, "
    "or `throw=True` to run it here",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(InlineRun)
def check(run: InlineRun) -> Findings:
    """In a task, `apply(...).get()` is refused (blocking-get-in-task)."""
    if run.is_unchecked and not (run.may_raise or run.is_in_test):
        yield rule.at(run, task=run.task)
