"""A signal receiver takes no `**kwargs`, or is a coroutine function.

`connect` refuses a receiver without `**kwargs`: the import fails with ValueError, and with it the worker, since later
versions may send more than the documentation lists. A coroutine function it takes, but nobody awaits what calling it
gives, so that its body never runs.

Write a plain `def` that ends its parameters with `**kwargs`.
"""

from celerylint.core.rewrite import TakeKeywords
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.signal import Receiver

rule = Rule(
    __name__,
    code=813,
    message="`connect` refuses {name} with ValueError, since it takes no `**kwargs`; add them",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
ASYNC = "nobody awaits the receiver {name}, so that its body never runs; write a plain `def`"


@rule.check(Receiver)
def check(receiver: Receiver) -> Findings:
    """At the function, however many signals it is connected to."""
    if receiver.lacks_keywords:
        yield rule.at(receiver.node_span, None, TakeKeywords(receiver.node_span), name=receiver.name)
    elif receiver.is_coroutine:
        yield rule.at(receiver.node_span, ASYNC, name=receiver.name)
