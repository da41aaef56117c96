"""A task loops over all rows that match a query, however many there are.

The objects of the whole result are in memory before the first one is looked at, and stay there until the loop is done:
a task that was quick over a hundred rows takes the memory of the worker when the table has grown. Leaving out `.all()`
does not help, since the result is buffered all the same; nor does a Django queryset without it, which keeps its rows.

Read with `yield_per(1000)` (with an async session through `stream_scalars`), in Django with `.iterator()`, or a
`limit(...)` at a time. A query for the rows of one thing (`Order.customer_id == customer.id`) is not reported. Turn it
on when the tables that tasks go through grow.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.whole_read import WholeRead

rule = Rule(
    __name__,
    code=316,
    message="the loop holds every row of the query in memory; read with `yield_per`, or a `limit` at a time",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("single-instance-tasks",),
)
DJANGO = "the loop holds every row of the queryset in memory; read with `.iterator()`, or a slice at a time"


@rule.check(WholeRead)
def check(read: WholeRead) -> Findings:
    yield rule.at(read, DJANGO if read.is_django else None)
