"""A loop sends one statement for each item, and does nothing else with it.

Each is a round trip to the database, so the task takes as much longer as there are rows; one statement for all of them
takes hardly longer than one for a single row. Objects that are given to `session.add` are not meant: they are written
together at the next flush.

Collect what is to be written and send it at once: `session.execute(insert(Order), rows)`, or an `update` with a list of
rows that hold the primary key; in Django `bulk_create`, `bulk_update`, or `update` and `delete` of a queryset. Note
that the bulk methods of Django do not call `save()` and send no signals. A comment in the loop counts as the reason for
writing row by row. Turn it on when tasks write many rows.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.item_write import ItemWrite

rule = Rule(
    __name__,
    code=334,
    message="a statement of its own is sent for each item; collect the items and write all with {bulk}",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("queue-operations",),
)


@rule.check(ItemWrite)
def check(write: ItemWrite) -> Findings:
    """Items that are kept apart by a handler, a savepoint or an effect outside the database are written one by one on
    purpose."""
    yield rule.at(write, bulk=write.bulk)
