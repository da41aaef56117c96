"""A table is read page by page with `offset`, in no order.

A database gives rows without ORDER BY in any order, and the order may change from one query to the next: an update
moves a row, another plan reads another index. Pages that are counted off by `offset` then hold some rows twice and
others never.

Order the statement by a unique column, `order_by(Model.id)`; or, better for a large table, page by that column,
`where(Model.id > last_id)`, which also stays right while rows come and go.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.paging import Paging

rule = Rule(
    __name__,
    code=314,
    message="without an order the pages may overlap and miss rows; order the statement by a unique column",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Paging)
def check(paging: Paging) -> Findings:
    if not paging.is_ordered:
        yield rule.at(paging)
