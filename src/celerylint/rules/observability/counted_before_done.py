"""An item counts as done before its work is.

When the work fails, the handler notes a failure and goes on, and the item is in both numbers: of a hundred items with
ten bad ones, a hundred were processed and ten failed. Whoever reads the statistics takes the first number at its word.

Count an item after its work, as the last statement of its `try`. Turn it on when tasks return how many items went well.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.early_count import EarlyCount

rule = Rule(
    __name__,
    code=819,
    message="an item whose work fails after this is in `{counter}` too; count it after its work",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks"),
)


@rule.check(EarlyCount)
def check(count: EarlyCount) -> Findings:
    yield rule.at(count, counter=count.counter)
