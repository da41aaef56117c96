"""One signature is sent by two calls in a row.

`apply_async()` sends it, and so does `delay()`: its tasks run twice. Most often one of the two calls was left over when
the other was written.

Keep one of them. Turn it on when workflows are built in one place and sent in another.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.second_dispatch import SecondDispatch

rule = Rule(
    __name__,
    code=536,
    message="`{name}` was sent before, and so it runs twice; keep one of the two calls",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
SHARING_SINCE = (5, 7)


@rule.check(SecondDispatch)
def check(sent: SecondDispatch) -> Findings:
    """Of a chain dispatched-twice speaks, from the version on in which its runs share one id."""
    if not (sent.is_of_chain and sent.module.settings.target_celery >= SHARING_SINCE):
        yield rule.at(sent, name=sent.name)
