"""A loop over pages goes on after the last one.

A page behind the end of a table is empty and no error. `while True` reads such pages until the task is killed by its
time limit, or for ever if it has none, and keeps its place in the worker meanwhile.

Leave the loop when a page is empty: `if not rows: break`. Turn it on when tasks work through tables page by page.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.paging import Paging

rule = Rule(
    __name__,
    code=337,
    message="nothing ends this loop, which reads empty pages after the last one; leave it with `if not rows: break`",
    severity=Severity.ERROR,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)


@rule.check(Paging)
def check(paging: Paging) -> Findings:
    if paging.endless:
        yield rule.at(paging.endless)
