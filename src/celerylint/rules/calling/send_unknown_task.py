"""A task is sent by a name that nobody registers.

The client accepts any name. The worker that fetches the message logs "Received unregistered task", throws it away, and
the result says NotRegistered: nothing runs, and the sender gets no error.

Write the name of a task, or import the task and send it: `task.delay(...)`. The names of tasks that other services
register are listed in the setting `external-tasks`.
"""

from celerylint.core.rewrite import RenameKey
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.sent_name import SentName

rule = Rule(
    __name__,
    code=519,
    message="no task is registered as `{name}`, so the worker throws the message away; write `{meant}`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
MISSING = "this module has no task `{name}`, so the worker throws the message away; write the name of one"


@rule.check(SentName)
def check(sent: SentName) -> Findings:
    if sent.is_external:
        return
    if sent.meant:
        rewrite = RenameKey(sent.span, sent.meant) if sent.is_literal else None
        yield rule.at(sent, None, rewrite, name=sent.name, meant=sent.meant)
    elif sent.is_missing:
        yield rule.at(sent, MISSING, name=sent.name)
