"""A task class is sent that no app has registered.

Celery registers functions with a decorator by itself, and classes only when it is told to: `app.register_task`. What
`Export().delay()` sends has no name, or one that no worker knows, and the worker discards the message. `delay` of the
class itself takes the first argument for the task, and raises.

Register an object of the class, and send that: `export = app.register_task(Export())`. Turn it on when the project has
class-based tasks.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.class_task_call import ClassTaskCall

rule = Rule(
    __name__,
    code=124,
    message="no app has registered this `{task}`, so a worker discards its message; "
    "call `{method}` on what `app.register_task({task}())` returns",
    severity=Severity.ERROR,
    profile=Profile.STRICT,
)
CLASS = (
    "`{method}` of the class takes its first argument for the task and raises; "
    "call `{method}` on what `app.register_task({task}())` returns"
)


@rule.check(ClassTaskCall)
def check(call: ClassTaskCall) -> Findings:
    if call.is_on_class:
        yield rule.at(call, CLASS, task=call.owner.name, method=call.method)
    elif call.is_of_unregistered:
        yield rule.at(call, task=call.owner.name, method=call.method)
