"""An HTTP session that a task makes is not closed on every way out.

A session of aiohttp and a client of httpx keep a pool of connections. Without `close()` these stay open until the
garbage collector finds them, aiohttp says "Unclosed client session", and each run of the task leaves more of them with
the server.

Open it in `with` or `async with`, or close it in a `finally`.
"""

from celerylint.core.rewrite import OpenInWith
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.http_session import HttpSession

rule = Rule(
    __name__,
    code=410,
    message="this session is not closed on every way out of `{function}`; "
    "open it in `{statement}`, or close it in `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(HttpSession)
def check(session: HttpSession) -> Findings:
    if session.leaks:
        can_close = (
            session.can_be_entered and not session.gives_lazily and (session.code.is_coroutine or not session.is_async)
        )
        rewrite = OpenInWith(session.span, session.is_async) if can_close else None
        yield rule.at(session, None, rewrite, function=session.code.name, statement=session.statement)
