"""One item that fails ends a batch.

The task loads items and works through them in a loop without a handler. The first that raises ends the loop: those
after it are not done, and where the work is committed at the end those before it are lost as well. The next run starts
over and stops at the same item.

Handle the error of each item: `try` in the loop, with a rollback or a savepoint where a session is used, and report
how many failed. Turn it on when batches are to get past a bad item.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unguarded_loop import UnguardedLoop

rule = Rule(
    __name__,
    code=221,
    message="the first item for which `{work}()` fails ends this loop, and `{task}` leaves the rest undone; "
    "handle the error of each item",
    severity=Severity.WARNING,
    profile=Profile.PACK,
    packs=("service-tasks",),
)


@rule.check(UnguardedLoop)
def check(loop: UnguardedLoop) -> Findings:
    yield rule.at(loop, work=loop.work, task=loop.task)
