"""A comment suppresses a rule of celerylint and does not say why.

Whoever comes next cannot tell a false alarm from a hazard that somebody was in a hurry to silence, and leaves it. Only
comments that name a code of celerylint are judged.

Write the reason after the codes: `# noqa: CEL201  the app binds it`, `# celerylint: disable-file=CEL201 -- generated`.

Turn it on when each exception of the project has to be argued for: `require-reason = true`.
"""

from celerylint.core.rule import Profile, Rule, Severity

rule = Rule(
    __name__,
    code=2,
    message="{what} suppressed without a reason; write it after {where}",
    severity=Severity.NOTE,
    profile=Profile.PACK,
)
