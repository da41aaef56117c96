"""An HTTP session that a task makes is not closed on every way out.

A session of aiohttp and a client of httpx keep a pool of connections. Without `close()` these stay open until the
garbage collector finds them, aiohttp says "Unclosed client session", and each run of the task leaves more of them with
the server.

Open it in `with` or `async with`, or close it in a `finally`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.http_session import HttpSession

rule = Rule(
    __name__,
    code=410,
    message="this session is not closed on every way out of `{function}`; "
    "open it in `{statement}`, or close it in `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(HttpSession)
def check(session: HttpSession) -> Findings:
    if session.leaks:
        yield rule.at(session, function=session.code.name, statement=session.statement)
