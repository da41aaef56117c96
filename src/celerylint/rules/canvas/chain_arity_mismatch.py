"""A task in a chain cannot take the result of the task before it.

A chain puts that result before the arguments of the next signature. A function without a parameter for it, with one
argument too many, or with its first parameter given by name fails with TypeError, in the worker, after the tasks before
it have done their work. The members of a group in a chain get the result as well.

Write `.si(...)` where the result is not wanted, or give the function a first parameter for it.
"""

from celerylint.core.rewrite import CallMethod
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.handover import Handover

rule = Rule(
    __name__,
    code=604,
    message="with the result before it `{task}` gets too many positional arguments, {given} for {taken}; "
    "write `.si(...)`, or a parameter for the result",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
TWICE = "`{task}` gets `{name}` twice, as the result before it and by name; write `.si(...)`, or pass another argument"
MISSING = "`{task}` gets the result before it and still lacks `{name}`, a TypeError in the worker; pass `{name}`"
MESSAGES = {"surplus": None, "twice": TWICE, "missing": MISSING}


@rule.check(Handover)
def check(handover: Handover) -> Findings:
    """Where arguments do not fit even without the result, call-signature-mismatch speaks; of what comes after a group,
    chord-body-arity."""
    if handover.before == "result":
        words = {"name": handover.name, "given": handover.given, "taken": handover.taken}
        takes_none = handover.kind != "missing" and handover.dispatch.method == "s"
        mended = CallMethod((handover.dispatch.span,), "si") if takes_none else None
        yield rule.at(handover, MESSAGES[handover.kind], mended, task=handover.dispatch.name, **words)
