"""`reject_on_worker_lost` is set on a task that acknowledges early.

By default the message is acknowledged before the task runs. When the worker is killed, by the out-of-memory killer or a
deployment, there is no message left to reject: the task ends in WorkerLostError and does not run again.

Set `acks_late=True` too, if the task may run twice.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.task import Task

rule = Rule(
    __name__,
    code=217,
    message="`reject_on_worker_lost` has no effect: the message of `{task}` is acknowledged before it runs; "
    "set `acks_late=True` too",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
    words=("reject_on_worker_lost",),
)


@rule.check(Task)
def check(task: Task) -> Findings:
    option = task.option("reject_on_worker_lost")
    if option and option.value is True and in_effect(task, "acks_late") in (None, False):
        span = task.decorator_span
        yield rule.at(option, None, AddArguments(span, (("acks_late", "True"),)) if span else None, task=task.name)
