"""A task is sent with arguments that its function does not take.

Celery compares the arguments with the function's parameters when the task is sent, and raises TypeError at the call of
`delay` or `apply_async`; in a canvas it does so when the signature's turn has come. Where it does not look (a keyword
for a positional-only parameter), the worker raises.

Pass what the function takes. Of a bound task Celery passes the first parameter itself.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.canvas_use import Member
from celerylint.facts.mismatch import Mismatch

rule = Rule(
    __name__,
    code=504,
    message="`{method}` does not give `{task}` its argument `{name}`, a TypeError when it is sent; pass `{name}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
SURPLUS = "`{method}` gives `{task}` {given} positional arguments, a TypeError when it is sent; it takes {taken}"
UNKNOWN = "`{task}` takes no argument `{name}`, a TypeError when it is sent; pass what its function takes"
TWICE = "`{method}` gives `{task}` its argument `{name}` twice, a TypeError when it is sent; pass it once"
MESSAGES = {"missing": None, "surplus": SURPLUS, "unknown": UNKNOWN, "twice": TWICE}


@rule.check(Mismatch)
def check(mismatch: Mismatch) -> Findings:
    """One finding a call. A keyword that is an execution option is left to delay-with-execution-options, a task that is
    sent where a canvas takes a signature to dispatched-in-canvas."""
    member = mismatch.dispatch.module.at(Member, mismatch.node)
    if member and member.is_sent:
        return
    yield rule.at(
        mismatch,
        MESSAGES[mismatch.kind],
        method=mismatch.dispatch.method,
        task=mismatch.dispatch.name,
        name=mismatch.name,
        given=mismatch.given,
        taken=mismatch.taken,
    )
