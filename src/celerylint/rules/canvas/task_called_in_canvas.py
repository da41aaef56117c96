"""A canvas is given the result of calling a task, or the task itself, in the place of a signature.

`chain(fetch(1), ...)` runs `fetch` at once, in the process that builds the chain, and hands its return value to Celery:
`chain`, `group` and `|` raise TypeError or AttributeError, and the worker takes the values in the header of a chord for
names of tasks. A task without parentheses is no signature either.

Write `fetch.s(1)`.
"""

from celerylint.core.rewrite import SignTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.canvas_use import Member

rule = Rule(
    __name__,
    code=601,
    message="this runs `{task}` at once and gives its return value to `{canvas}`; write `{task}.s(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
BARE = "`{canvas}` takes signatures, not the task itself; write `{task}.s()`"


@rule.check(Member)
def check(member: Member) -> Findings:
    task = member.called_task or member.bare_task
    if task:
        message = None if member.called_task else BARE
        fix = Fix.UNSAFE if member.may_take_result else Fix.SAFE
        yield rule.at(member, message, SignTask(member.span), fix, task=task.name, canvas=member.canvas.spelling)
