"""A loop reads a relationship of each row, and the query of the rows has not loaded it.

Reading the attribute sends a query of its own: one for each row of the loop, or with SQLAlchemy, whose session knows
the rows it has seen, one for each row on the other side.

Load it with the query. In SQLAlchemy `.options(selectinload(Order.lines))`; in Django `select_related("author")` for a
foreign key, `prefetch_related("tags")` for many rows. Turn it on when models stand in the same files as the tasks that
read them.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lazy_read import LazyRead

rule = Rule(
    __name__,
    code=323,
    message="`{read}` is loaded by queries of its own, row after row; "
    "add `.options(selectinload({model}.{name}))` to the query",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)
FOREIGN_KEY = "`{read}` is loaded by a query of its own for each row; add `select_related('{name}')` to the queryset"
MANY_TO_MANY = "`{read}` is loaded by a query of its own for each row; add `prefetch_related('{name}')` to the queryset"


@rule.check(LazyRead)
def check(read: LazyRead) -> Findings:
    """With an async session it fails, which is a matter of its own."""
    if read.loop and not read.is_async:
        field = read.relationship.field
        text = (MANY_TO_MANY if field == "ManyToManyField" else FOREIGN_KEY) if field else None
        yield rule.at(read, text, read=read.text, model=read.model, name=read.relationship.name)
