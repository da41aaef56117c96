"""An argument reaches the task as something else than was sent.

JSON takes tuples, named tuples, numbers as keys of a dict and members of an IntEnum or StrEnum, and gives back lists,
text keys and plain values, without a word. The lookup by number then finds nothing, the list does not go into a set,
the plain value has no `name`. In a test that uses `apply()` all is as it was sent.

Send what JSON has, and make the rest of it in the task. Turn it on when tasks take more than ids.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lossy_value import ChangedValue, NumberedDict

rule = Rule(
    __name__,
    code=524,
    message="`{parameter}` reaches `{task}` as {plain}, and is used there as {what}; "
    "send {plain}, and make of it there what the task needs",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)
KEYS = "the number keys of this dict are text when `{task}` gets it; send pairs, or make numbers of them there"


@rule.check(ChangedValue)
def check_change(value: ChangedValue) -> Findings:
    yield rule.at(value, task=value.task, plain=value.plain, what=value.what, parameter=value.parameter)


@rule.check(NumberedDict)
def check_keys(value: NumberedDict) -> Findings:
    if not value.is_turned_back:
        yield rule.at(value, KEYS, task=value.task)
