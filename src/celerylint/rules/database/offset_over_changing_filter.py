"""A loop reads a table page by page with `offset`, and takes rows out of the query on the way.

The query counts the rows that match when it runs. Once those of the first page are done they match no longer, so what
was the second page is the first now, and the offset skips it: half of the rows are never seen, whatever the order, and
the task succeeds.

Go on from the last row instead: `where(Order.id > last_id).order_by(Order.id).limit(size)`. Where every row of a page
is surely taken out, reading the first page again and again without an offset works as well. Turn it on when tasks work
through tables by pages.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.page_shift import PageShift

rule = Rule(
    __name__,
    code=315,
    message="the pages are selected by `{column}`, so a changed row is out of them and the next offset skips another; "
    "go on from the last id instead",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)
DELETED = "a deleted row is out of the pages, so the next offset skips another; go on from the last id instead"


@rule.check(PageShift)
def check(shift: PageShift) -> Findings:
    if shift.column:
        yield rule.at(shift, column=shift.column)
    else:
        yield rule.at(shift, DELETED)
