"""A method is made a task.

A task is one object for the whole process, not a method: nobody passes it an instance. `obj.send.delay(1)` puts 1 in
the place of `self` and fails with TypeError; with `bind=True` the `self` is the task. A task decorator above
`@staticmethod` or `@classmethod` is given an object that is no function: it fails at import, or when the worker starts.

Move the function out of the class, and pass it what it needs to find the instance; `@staticmethod` goes above the
task decorator.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_method import TaskMethod

rule = Rule(
    __name__,
    code=109,
    message="nobody passes `{first}` to the task `{name}`; "
    "move it out of the class, or drop `{first}` and put `@staticmethod` above the task decorator",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
BOUND = (
    "`{first}` of `{name}` is the task, which has no `{member}`; "
    "move the function out of the class and pass it what it needs"
)
DESCRIPTOR = "the task decorator of `{name}` is given an object that is no function; put it right on the function"


@rule.check(TaskMethod)
def check(method: TaskMethod) -> Findings:
    if method.is_of_descriptor:
        yield rule.at(method, DESCRIPTOR, name=method.name)
    elif method.lacks_instance:
        yield rule.at(method, first=method.first, name=method.name)
    elif method.member_of_instance:
        yield rule.at(method, BOUND, first=method.first, name=method.name, member=method.member_of_instance)
