"""The key of a lock is made of the task itself instead of its first argument.

A bound task is given itself first, so in a decorator below `@app.task(bind=True)` the `args[0]` is the task. Its text
holds its name and the address of the app: the key is the same whatever the task is called with, so that runs for
different things keep each other out, and it is another one in each worker, so that two workers do not.

Make the key of what tells the runs apart: `args[1]`, or an argument by its name. Turn it on when the project has lock
decorators of its own.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lock_key import TaskInKey

rule = Rule(
    __name__,
    code=121,
    message="`{text}` is the task `{task}` itself, whose text is one for all arguments and another in each worker; "
    "make the key of an argument",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(TaskInKey)
def check(place: TaskInKey) -> Findings:
    yield rule.at(place, text=place.text, task=place.task.name)
