"""A name is imported or used that Celery no longer has.

The module fails with ModuleNotFoundError or ImportError when it is imported, and with it the worker that loads it; a
removed method fails with AttributeError when the line runs.

Write what took its place. A name that is tried first, or asked for by version, is fine.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.removed_name import RemovedMember, RemovedName

rule = Rule(
    __name__,
    code=901,
    message="`{name}` is gone since Celery {since}; use {successor}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(RemovedMember)
@rule.check(RemovedName)
def check(removed: RemovedName) -> Findings:
    yield rule.at(removed, name=removed.name, since=removed.since, successor=removed.successor)
