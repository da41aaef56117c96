"""What is linked is no signature, or an errback that can never run.

A task itself raises EncodeError when the message is written. Its name makes the task fail after it has run. A call,
`link=notify(x)` or `link=notify.delay(x)`, runs at once, and links what it returned. An errback is given one argument,
the id of the failed task; if its function takes more, and is not bound, three: request, exception, traceback. One that
takes another number never runs.

Write `link=notify.s()`; `link_error=` takes a function of one argument, or an unbound one of three.
"""

from celerylint.core.rewrite import SignTask
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.link import Link

rule = Rule(
    __name__,
    code=525,
    message="`{option}` is given the task `{task}` itself, which no message can hold; write `{task}.s()`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
NAME = "`{option}` is given a name, which fails the task after it has run; write `signature({name})`"
CALLED = "`{task}` runs at once, and `{option}` is given what it returns; write `{task}.s(...)`"
SENT = "this is sent at once, and `{option}` is given its result, which no message can hold; write `.s(...)`"
UNFIT = "`{task}` never runs as an errback; take the id of the failed task, or unbound `request, exc, traceback`"


@rule.check(Link)
def check(link: Link) -> Findings:
    if link.bare_task:
        yield rule.at(link, None, SignTask(link.span), option=link.option, task=link.bare_task.name)
    elif link.called_task:
        mended = SignTask(link.span) if link.given is link.node else None
        yield rule.at(link, CALLED, mended, Fix.UNSAFE, option=link.option, task=link.called_task.name)
    elif link.is_sent:
        yield rule.at(link, SENT, option=link.option)
    elif link.text:
        yield rule.at(link, NAME, option=link.option, name=repr(link.text))
    elif link.unfit_errback:
        yield rule.at(link, UNFIT, task=link.unfit_errback.name)
