"""A name is imported or used that Celery no longer has.

The module fails with ModuleNotFoundError or ImportError when it is imported, and with it the worker that loads it; a
removed method fails with AttributeError when the line runs.

Write what took its place. A name that is tried first, or asked for by version, is fine.
"""

from celerylint.core.rewrite import ImportFrom, Rewrite, SetValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.removed_name import RemovedMember, RemovedName

rule = Rule(
    __name__,
    code=901,
    message="`{name}` is gone since Celery {since}; use {successor}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(RemovedMember)
@rule.check(RemovedName)
def check(removed: RemovedName) -> Findings:
    module, _, name = (removed.new_name or "").rpartition(".")
    rewrite: Rewrite | None = None
    if module:
        rewrite = ImportFrom(removed.span, module, name) if removed.is_import else None
        rewrite = SetValue(removed.span, f"{removed.root}.{name}") if removed.root == module else rewrite
    yield rule.at(removed, None, rewrite, name=removed.name, since=removed.since, successor=removed.successor)
