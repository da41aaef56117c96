"""A task sends an HTTP request without a timeout.

requests, urllib and urllib3 wait for an answer as long as the connection stays open, and a server that hangs keeps it
open. The worker process waits with it and takes no other task; a few such requests stop a whole queue. httpx waits five
seconds and aiohttp five minutes, unless they are told `timeout=None`.

Give each request a timeout, such as `timeout=(3, 30)` for the connection and the answer.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.http_call import HttpCall

rule = Rule(
    __name__,
    code=411,
    message="`{function}` without a timeout waits for as long as the server keeps silent; give it `timeout=`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
NONE = "`{function}` waits for as long as the server keeps silent; give it a timeout in seconds"


@rule.check(HttpCall)
def check(call: HttpCall) -> Findings:
    yield rule.at(call, NONE if call.keyword else None, function=call.function)
