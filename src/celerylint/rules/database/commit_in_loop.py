"""A loop commits once an item.

A commit ends the transaction and waits for the database to write its log; 200 items wait 200 times. It also expires
every object of the session, so that the next item is read once more. A task that dies in between leaves some items
stored and others not. Where each item does something outside the database, such as sending a mail, a commit of its own
is right: it is not reported.

Commit once after the loop, and do each item in `with session.begin_nested():`, so that one that fails is undone alone;
or commit a batch at a time. A comment above the commit counts as the reason for it. Turn it on when tasks work through
many rows, or when the team keeps one commit a task.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.item_commit import ItemCommit

rule = Rule(
    __name__,
    code=305,
    message="each item waits for a commit of its own; "
    "commit after the loop, and do each item in `with {session}.begin_nested()`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("service-tasks",),
)


@rule.check(ItemCommit)
def check(commit: ItemCommit) -> Findings:
    yield rule.at(commit, session=commit.session)
