"""A canvas is given a task that has been sent already.

`fetch.delay(1)` sends the task at once and gives an AsyncResult. A chain or `|` of it raises TypeError, a group or
chord AttributeError or TypeError when it is started; by then the tasks are under way, each for itself and in no order.

Write `fetch.s(1)`, or `fetch.s(1).set(countdown=...)` for options.
"""

from celerylint.core.rewrite import CallMethod
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.canvas_use import Member

rule = Rule(
    __name__,
    code=602,
    message="this task is sent before `{canvas}` is built, and its result is no signature; write `.s(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(Member)
def check(member: Member) -> Findings:
    if member.is_sent:
        mended = CallMethod((member.span,), "s") if member.is_delayed else None
        yield rule.at(member, None, mended, canvas=member.canvas.spelling)
