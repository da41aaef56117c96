"""Several coroutines that run at once use one async session.

An AsyncSession does one thing at a time. While one coroutine waits for it, the others are refused: they fail with
InvalidRequestError ("this session is provisioning a new connection"), IllegalStateChangeError or ResourceClosedError,
which ones depends on who comes first. Calls that succeed run one after the other anyway.

Open a session in each coroutine, from the same maker, or await them one after the other.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.shared_session import SharedSession

rule = Rule(
    __name__,
    code=321,
    message="coroutines that run at once share `{session}`, which refuses all but one of them; "
    "open a session in each of them",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(SharedSession)
def check(shared: SharedSession) -> Findings:
    yield rule.at(shared, session=shared.session)
