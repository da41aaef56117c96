"""A handler goes on to the next item with a session that may have failed.

After a failed flush SQLAlchemy refuses every further statement of the session with PendingRollbackError until
somebody rolls back; PostgreSQL refuses it after any failed statement. A handler that logs and continues thus turns
one bad row into the failure of all rows after it, and of the final commit.

Do the work of each item in a savepoint, `with session.begin_nested():`, and read what the log line needs (`item.id`)
before it. A plain `session.rollback()` in the handler saves the later items but throws away what was done for the
earlier ones and not yet committed; where each item is committed by itself, it is all that is missing.
"""

from celerylint.core.rewrite import CallFirst, Rewrite, SavepointPerItem
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.item_handler import ItemHandler

rule = Rule(
    __name__,
    code=303,
    message="the loop goes on without a rollback, so after a database error `{session}` fails for every later item; "
    "do each item in `with {session}.begin_nested()`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
COMMITS = (
    "the loop goes on without a rollback, so after a database error `{session}` fails for every later item; "
    "call `{session}.rollback()` first"
)


@rule.check(ItemHandler)
def check(handler: ItemHandler) -> Findings:
    """A commit inside a savepoint ends it; where each item commits, a rollback loses nothing of the others."""
    if handler.spoils:
        message = COMMITS if handler.commits_item else None
        yield rule.at(handler, message, _mended(handler), session=handler.session)


def _mended(handler: ItemHandler) -> Rewrite | None:
    if handler.is_async is None:
        return None
    if handler.commits_item:
        return CallFirst(handler.span, f"{'await ' if handler.is_async else ''}{handler.session}.rollback()")
    return SavepointPerItem(handler.span, handler.session, handler.is_async)
