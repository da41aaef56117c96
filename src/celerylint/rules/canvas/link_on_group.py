"""A group is started with a callback.

A group has no result of its own that a callback could be given: `group(...).apply_async(link=...)` raises TypeError
before anything is sent, and so does `link_error=`.

Make it a chord, `chord(group, callback)`, for one callback after all tasks, or link each task. `link_error` goes to the
tasks: `group(...).on_error(handler)` before it is started.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.canvas_use import GroupLink

rule = Rule(
    __name__,
    code=609,
    message="a group refuses `{option}` with TypeError; {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
ADVICE = {"link": "write `chord(group, callback)`", "link_error": "write `group(...).on_error(handler)`"}


@rule.check(GroupLink)
def check(link: GroupLink) -> Findings:
    yield rule.at(link, option=link.option, advice=ADVICE[link.option])
