"""The schedule sends a task with arguments that it does not take.

Beat hands `args` and `kwargs` to the task at every run. Where they do not fit the function's parameters it logs a
TypeError and sends nothing, or, if it does not know the task, every run fails in the worker. `args` that is text, as in
`("daily")`, is taken letter by letter.

Pass what the function takes, and write one argument as `("daily",)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.scheduled_task import ScheduledTask

rule = Rule(
    __name__,
    code=704,
    message="beat sends `{task}` without its argument `{name}`, a TypeError at every run; pass `{name}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
SURPLUS = "beat sends `{task}` {given} positional arguments, a TypeError at every run; it takes {taken}"
UNKNOWN = "`{task}` takes no argument `{name}`, a TypeError at every run; pass what its function takes"
TWICE = "beat sends `{task}` its argument `{name}` twice, a TypeError at every run; pass it once"
MESSAGES = {"missing": None, "surplus": SURPLUS, "unknown": UNKNOWN, "twice": TWICE}
TEXT = "text as `args` is taken letter by letter, each for an argument; write `(text,)`"
NUMBER = "a number as `args` raises TypeError; write `(number,)`"


@rule.check(ScheduledTask)
def check(scheduled: ScheduledTask) -> Findings:
    if scheduled.args_fault:
        yield rule.at(scheduled.args_span, TEXT if scheduled.args_fault == "text" else NUMBER)
    found = scheduled.misfit
    if found and scheduled.task:
        words = {"task": scheduled.task.name, "name": found.name, "given": found.given, "taken": found.taken}
        yield rule.at(found.span or scheduled.span, MESSAGES[found.kind], **words)
