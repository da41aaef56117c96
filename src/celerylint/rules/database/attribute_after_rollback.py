"""A coroutine reads an object after its session has expired it.

A rollback expires every object that the session has loaded, and so does a commit unless the maker is given
`expire_on_commit=False`. The next read of any attribute, the id included, loads the row again; outside of an `await` an
async session cannot, and raises MissingGreenlet. In the handler of a failed item that ends the whole batch, and the log
line that was to name the item is lost. After a failed flush the read raises PendingRollbackError.

Read what the handler needs before the `try`, and do each item in `async with session.begin_nested()`, so that one
failure does not expire the others; after a commit, use `expire_on_commit=False` or `await session.refresh(order)`.
"""

from celerylint.core.rewrite import AddArguments, Rewrite, SavepointPerItem, TakeBefore
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.expired_read import ExpiredRead

rule = Rule(
    __name__,
    code=322,
    message="the rollback expires `{name}`, and reading it here raises MissingGreenlet; read it into a variable before",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
LATER_ITEM = (
    "the rollback for one item expires `{name}` of all later ones, and reading it raises MissingGreenlet; "
    "do each item in `session.begin_nested()`"
)
FAILED_FLUSH = (
    "reading `{name}` after a failed flush raises PendingRollbackError; read it into a variable before the `try`"
)
COMMIT = (
    "the commit expires `{name}`, and reading it here raises MissingGreenlet; "
    "give the session `expire_on_commit=False`, or refresh the object"
)
OTHERS = {"commit": COMMIT, "failed flush": FAILED_FLUSH}


@rule.check(ExpiredRead)
def check(read: ExpiredRead) -> Findings:
    """One finding for each name that objects are loaded into, at the first read: one variable mends them all."""
    later = LATER_ITEM if read.is_of_later_item else None
    yield rule.at(read, OTHERS.get(read.cause, later), _kept(read), name=read.name)


def _kept(read: ExpiredRead) -> Rewrite | None:
    if read.cause == "commit":
        return AddArguments(read.maker, (("expire_on_commit", "False"),)) if read.maker else None
    if read.handler:
        return SavepointPerItem(read.handler, read.session, is_async=True)
    return None if read.is_of_later_item else TakeBefore(read.span)
