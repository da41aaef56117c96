"""What a task says about an item that failed does not tell which one it was.

The handler goes on with the next item, so this line or record is all that is left. Which of the items is to be looked
at, or done again, can be learnt only by searching for it.

Name the item: `logger.error("not sent id=%s error=%s", item.id, error)`, `errors.append({"id": item.id, ...})`. Turn it
on when tasks go on after the failure of one item.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.error_line import ItemError

rule = Rule(
    __name__,
    code=811,
    message="nothing in this line tells which item failed; add its id",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "single-instance-tasks"),
)
RECORD = "nothing in this record tells which item failed; add its id"


@rule.check(ItemError)
def check(error: ItemError) -> Findings:
    """One finding a handler, at its line rather than at its record."""
    if error.unnamed_line:
        yield rule.at(error.unnamed_line)
    elif error.unnamed_record:
        yield rule.at(error.unnamed_record, RECORD)
