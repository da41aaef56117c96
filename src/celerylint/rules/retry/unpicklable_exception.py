"""An exception of a task cannot be made again from its `args`.

Whoever waits for the task, or asks for its result, is given the exception made anew: its class is called with its
`args`, which are what `super().__init__()` was given. Where `__init__` takes more than that, this is a TypeError, and
Celery gives the nearest base class that can be made, or an UnpickleableExceptionWrapper: an `except` of the class
takes neither. In the worker itself, and so for `autoretry_for`, the exception is the real one.

Give `super().__init__()` all that `__init__` takes, in its order, or write a `__reduce__`. Turn it on when callers
tell failures apart by their class.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unpicklable_error import UnpicklableError

rule = Rule(
    __name__,
    code=230,
    message="`{name}` cannot be made again from its `args`, so whoever waits for `{task}` gets another exception; "
    "give `super().__init__()` all that this takes",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(UnpicklableError)
def check(error: UnpicklableError) -> Findings:
    yield rule.at(error, name=error.name, task=error.code.owner_name)
