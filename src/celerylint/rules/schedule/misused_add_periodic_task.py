"""`add_periodic_task` is given something that beat cannot send.

It takes the schedule and a signature, `task.s(...)`, or the task itself. A called task runs when the module is
imported, and what it returns has no name: AttributeError. So has a plain function or the name of a task. A chain is
sent as a task called `celery.chain`, which raises NotImplementedError at every run, a group cannot be sent at all.

Write `app.add_periodic_task(10.0, task.s(...))`. To start a canvas, schedule a task that does.
"""

from celerylint.core.rewrite import SignTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.periodic_call import PeriodicCall

rule = Rule(
    __name__,
    code=723,
    message="`{written}(...)` runs the task here, and its result is no signature; write `{written}.s(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
SENT = "`{written}(...)` sends the task here, and its result is no signature; write `.s(...)`"
SWAPPED = "`add_periodic_task` takes the schedule first, and raises AttributeError; write the signature second"
TEXT = "`add_periodic_task` takes no name of a task, and raises AttributeError; write `app.signature(...)`"
FUNCTION = "a function that is no task raises AttributeError; make it one and write `.s(...)`"
CHAIN = "beat sends a chain as a task of its own, which fails at every run; schedule a task that starts it"
GROUP = "beat cannot send a group and fails at every run; schedule a task that starts it"
MISSING = "`add_periodic_task` takes the signature as `sig` and raises TypeError without; write `sig=...`"
MESSAGES = {
    "called": None,
    "sent": SENT,
    "swapped": SWAPPED,
    "text": TEXT,
    "function": FUNCTION,
    "chain": CHAIN,
    "group": GROUP,
    "missing": MISSING,
}


@rule.check(PeriodicCall)
def check(call: PeriodicCall) -> Findings:
    if call.misuse:
        mended = SignTask(call.called_span) if call.misuse == "called" and call.called_span else None
        yield rule.at(call.sent or call, MESSAGES[call.misuse], mended, written=call.written)
