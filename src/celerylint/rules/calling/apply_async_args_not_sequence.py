"""`apply_async` is given arguments that are no list or tuple.

The first parameter of `apply_async` and `send_task` is the list of all positional arguments, the second the dict of
the keywords: a number, text, set or generator raises TypeError at the call. A signature makes a tuple of what it is
given, so that text is split into its letters and a dict into its keys.

Write `apply_async((value,))`, with the comma that makes a tuple, and `kwargs={...}` for keywords.
"""

from celerylint.core.rewrite import MakeTuple
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.argument_list import ArgumentList

rule = Rule(
    __name__,
    code=509,
    message="`{name}` of `{method}` is {what}, a TypeError at the call; write {mended}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
TAKEN_APART = "`{name}` of `{method}` is {what}, and each part of it becomes an argument; write {mended}"


@rule.check(ArgumentList)
def check(given: ArgumentList) -> Findings:
    message = TAKEN_APART if given.is_taken_apart else None
    if message or given.is_refused:
        method = given.dispatch.method
        rewrite = MakeTuple(given.value_span) if given.is_one_value else None
        words = {"name": given.name, "method": method, "what": given.what, "mended": given.mended}
        yield rule.at(given, message, rewrite, **words)
