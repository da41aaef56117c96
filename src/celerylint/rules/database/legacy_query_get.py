"""A row is got with `Query.get`.

The method is legacy since SQLAlchemy 2.0: it works, and warns with LegacyAPIWarning where such warnings are shown.
AsyncSession has no `query` at all, so the line is one more to rewrite when a task becomes a coroutine.

Write `session.get(Order, order_id)`, which looks into the session first just as the old method does; with
Flask-SQLAlchemy `db.session.get(Order, order_id)`. Turn it on when the project moves to the style of SQLAlchemy 2.
"""

from celerylint.core.rewrite import GetFromSession
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.legacy_get import LegacyGet

rule = Rule(
    __name__,
    code=319,
    message="`Query.get` is legacy since SQLAlchemy 2.0; write `{replacement}`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    fix=Fix.SAFE,
)


@rule.check(LegacyGet)
def check(get: LegacyGet) -> Findings:
    rewrite = GetFromSession(get.span) if get.is_of_one_class else None
    yield rule.at(get, None, rewrite, replacement=get.replacement)
