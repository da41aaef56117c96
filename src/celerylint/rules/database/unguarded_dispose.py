"""A `finally` disposes of several engines, and a failure of one disposal skips the next.

What `dispose()` raises, such as a lost connection or a closed event loop, takes the place of the error that the task
failed with, which is left as its context. The disposals after it are not reached: those engines keep their connections
open at the server.

Guard each disposal with a `try` of its own that logs, or hand them all to an `AsyncExitStack`, which calls each
whatever the others do. Turn it on when tasks work with more than one database.
"""

from celerylint.core.rewrite import GuardCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.disposal import CleanUp

rule = Rule(
    __name__,
    code=312,
    message="if this fails, `{skipped}` is not reached and the error of the task is replaced; "
    "guard it with a `try` of its own",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("async-runner",),
    fix=Fix.UNSAFE,
)


@rule.check(CleanUp)
def check(clean_up: CleanUp) -> Findings:
    for disposal, skipped in clean_up.unguarded:
        yield rule.at(disposal, None, GuardCall(disposal.span), skipped=skipped.text)
