"""A loop reads a relationship of each row, and the query of the rows has not loaded it.

Reading the attribute sends a query of its own: one for each row of the loop, or with SQLAlchemy, whose session knows
the rows it has seen, one for each row on the other side.

Load it with the query. In SQLAlchemy `.options(selectinload(Order.lines))`; in Django `select_related("author")` for a
foreign key, `prefetch_related("tags")` for many rows. Turn it on when tasks loop over rows of models that the linter
can see: in the same file, or in another of the project.
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
KEY = "`{read}` is loaded by a query of its own for each row, for the key that the row holds; read `{read}_id`"
FOREIGN_KEY = "`{read}` is loaded by a query of its own for each row; add `select_related('{name}')` to the queryset"
MANY_TO_MANY = "`{read}` is loaded by a query of its own for each row; add `prefetch_related('{name}')` to the queryset"


@rule.check(LazyRead)
def check(read: LazyRead) -> Findings:
    """With an async session it fails, which is a matter of its own."""
    if read.loop and not read.is_async:
        yield rule.at(read, _text(read), read=read.text, model=read.model, name=read.relationship.name)


def _text(read: LazyRead) -> str | None:
    if read.is_for_key:
        return KEY
    field = read.relationship.field
    return (MANY_TO_MANY if field == "ManyToManyField" else FOREIGN_KEY) if field else None
