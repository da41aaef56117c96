"""A receiver is connected to a signal that nothing but the signal holds.

`connect` keeps a weak reference. A lambda, a `partial`, a method of an object that is made in the call, or a function
defined inside another one is collected as soon as the line, or the function around it, is done: the signal is sent, and
no receiver is called. No error is raised.

Connect a function of the module, or give `connect` the option `weak=False`.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.signal import Receiver

rule = Rule(
    __name__,
    code=812,
    message="the signal keeps only a weak reference to this, so it is gone before it is called; "
    "give `connect` the option `weak=False`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(Receiver)
def check(receiver: Receiver) -> Findings:
    """What `connect` refuses is a matter of signal-receiver-signature."""
    if receiver.is_collected and not receiver.lacks_keywords:
        yield rule.at(receiver, None, AddArguments(receiver.connect_span, (("weak", "False"),)))
