"""Several coroutines that run at once use one async session.

An AsyncSession is one conversation with the database. While one coroutine is in it, the others are refused: they fail
with InvalidRequestError ("this session is provisioning a new connection"), IllegalStateChangeError or
ResourceClosedError, which ones depends on who comes first. What goes well is one after the other all the same.

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
