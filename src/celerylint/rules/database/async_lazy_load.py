"""A relationship of a row from an async session is read without having been loaded.

The attribute asks the database when it is read, and reading an attribute cannot be awaited: SQLAlchemy raises
MissingGreenlet, by itself or inside a StatementError, in a loop or not, for one row or for many.

Load it with the query: `select(Order).options(selectinload(Order.lines))`, or declare the relationship with
`lazy="selectin"`; for a single read `await session.refresh(order, ["lines"])`. Turn it on when tasks read rows of
models that the linter can see: in the same file, or in another of the project.
"""

from celerylint.core.rewrite import LoadEagerly
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.lazy_read import LazyRead

rule = Rule(
    __name__,
    code=331,
    message="`{read}` is not loaded, and an async session cannot load it here, so this fails with MissingGreenlet; "
    "add `.options(selectinload({model}.{name}))` to the query",
    severity=Severity.ERROR,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)


@rule.check(LazyRead)
def check(read: LazyRead) -> Findings:
    if read.is_async:
        name = read.relationship.name
        rewrite = LoadEagerly(*read.selection, name) if read.selection else None
        yield rule.at(read, None, rewrite, read=read.text, model=read.model, name=name)
