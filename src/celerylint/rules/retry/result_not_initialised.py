"""A name is set in a `try` only, and read after it though a handler may have gone on.

When the `try` fails before it sets the name, the handler logs the error and goes on, and the next line that reads the
name raises UnboundLocalError: it is that error that the task ends in and is retried for, and the real one is in the log
at best. In a loop the name still holds the value of the item before, which is worse.

Set it before the `try`, or leave in the handler: `raise`, `return`, `continue`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unbound_name import UnboundName

rule = Rule(
    __name__,
    code=225,
    message="`{name}` is not set here if the `try` before failed and its handler went on; "
    "set it before the `try`, or leave in the handler",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(UnboundName)
def check(unbound: UnboundName) -> Findings:
    yield rule.at(unbound, name=unbound.name)
