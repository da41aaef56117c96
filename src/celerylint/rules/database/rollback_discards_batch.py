"""The failure of one item rolls back the items before it.

`session.rollback()` undoes everything since the last commit. In the handler of one item, with one commit after the
loop, it undoes the items that were done before, which are counted as done: of a hundred rows with one bad row in the
middle, the fifty after it are stored.

Do the work of each item in a savepoint, `with session.begin_nested():`, so that a failure undoes that item only; or
commit each item.
"""

from celerylint.core.rewrite import SavepointPerItem
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.batch_rollback import BatchRollback
from celerylint.facts.streaming import StreamEnd

rule = Rule(
    __name__,
    code=313,
    message="this also undoes the items before the failed one, which the commit after the loop then misses; "
    "do each item in `with {session}.begin_nested()`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(BatchRollback)
def check(rollback: BatchRollback) -> Findings:
    """Where the rollback also ends a stream, commit-while-streaming speaks."""
    if rollback.module.at(StreamEnd, rollback.node) is None:
        yield rule.at(rollback, None, _mended(rollback), session=rollback.session)


def _mended(rollback: BatchRollback) -> SavepointPerItem | None:
    handler = rollback.call.handler
    if handler is None or rollback.is_async is None:
        return None
    return SavepointPerItem(handler.span, rollback.session, rollback.is_async)
