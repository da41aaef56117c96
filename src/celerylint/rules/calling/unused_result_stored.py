"""A task gives nothing back, and its empty result is stored.

An app with a result backend writes one result for each run, `None` too, and keeps it for a day: for tasks that run
often that is most of what the backend does. Nothing is written with `ignore_result=True`; a failure is not, either, so
leave it off where somebody waits for the end of the task, or where it stands in the header of a chord.

Write `ignore_result=True` at the task, or set `task_ignore_result` for all. Turn it on when the app has a result
backend that few tasks need.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.empty_result import EmptyResult

rule = Rule(
    __name__,
    code=527,
    message="`{task}` gives nothing back, and a result backend stores that for each run; write `ignore_result=True`, "
    "unless somebody waits for its end",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(EmptyResult)
def check(result: EmptyResult) -> Findings:
    yield rule.at(result, task=result.task.name)
