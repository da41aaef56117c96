"""A task is sent after a write, and before the write is committed.

The worker does not wait for the transaction. It may look for the row before it is there, find the old values, and fail
or do the wrong thing; under load it does so now and then. If the transaction rolls back, the task runs all the same: a
mail is sent about an order that does not exist.

Send it when the commit is done: with Django by `transaction.on_commit(partial(task.delay, row.pk))` or
`task.delay_on_commit(row.pk)`, with SQLAlchemy after `session.commit()`, or after the block that commits.
"""

from celerylint.core.rewrite import CallOnCommit
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.early_dispatch import EarlyDispatch

rule = Rule(
    __name__,
    code=325,
    message="this sends {task} before the transaction commits: the worker may find no row, or run although it is "
    "rolled back; {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(EarlyDispatch)
def check(dispatch: EarlyDispatch) -> Findings:
    task = f"`{dispatch.task}`" + (f" (in `{dispatch.helper}`)" if dispatch.helper else "")
    advice = "send it in `transaction.on_commit(...)`" if dispatch.is_django else "send it after the commit"
    rewrite = CallOnCommit(dispatch.span) if dispatch.can_be_deferred else None
    yield rule.at(dispatch, None, rewrite, task=task, advice=advice)
