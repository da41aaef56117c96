"""An argument of a task is something that JSON refuses.

Messages are JSON, and the call raises EncodeError at a set, a timedelta, an Enum member, a model instance, a Path, a
lambda or an open file, however deep it stands in lists and dicts. A test that uses `apply()` passes all the same,
since nothing is written there.

Pass what describes it: the id of the row, a sorted list, the number of seconds, the value of the member.
"""

from celerylint.core.rewrite import Rewrite, TakeAttribute, TakeSeconds, WrapValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.sent_value import SentValue

rule = Rule(
    __name__,
    code=505,
    message="`{task}` is sent {what}, which JSON refuses: EncodeError; pass what can be written, as an id or a list",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(SentValue)
def check(value: SentValue) -> Findings:
    if value.refused:
        yield rule.at(value, None, _described(value), task=value.dispatch.name, what=value.refused.what)


def _described(value: SentValue) -> Rewrite | None:
    """What describes it, where the task is sure to take that."""
    place, form = value.refused_place, value.plain_form
    if place is None or form is None:
        return None
    if form in ("list", "str"):
        return WrapValue(place, form)
    return TakeSeconds(place) if form == "total_seconds" else TakeAttribute(place, form)
