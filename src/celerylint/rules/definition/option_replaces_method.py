"""An option of a task is named like a method of it.

Celery makes every option an attribute of the task's class, so `retry=True` puts True in the place of the method
`retry`: a `self.retry()` then raises "'bool' object is not callable". With `apply_async=` or `app=` the task cannot
even be called.

Drop the option, or write the one that was meant, such as `max_retries`. Options of a call go to `apply_async`.
"""

from celerylint.celery.options import TASK_METHODS, TASK_OPTIONS
from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_option import GivenOption

rule = Rule(
    __name__,
    code=131,
    message="this replaces the method `{option}` of the task `{task}`; drop it, or write the option that was meant",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(GivenOption)
def check(option: GivenOption) -> Findings:
    """A function or an unknown value may be a replacement on purpose."""
    if option.is_in_decorator and option.name in TASK_METHODS - TASK_OPTIONS and option.kind is not None:
        yield rule.at(option, option=option.name, task=option.owner)
