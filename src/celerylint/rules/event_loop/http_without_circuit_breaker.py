"""A task sends an HTTP request outside a circuit breaker.

While the service is down, each run calls it again and waits until the request times out: the workers are busy with
waiting, and the service meets all of them when it comes back. A breaker that is made inside the function counts only
the failures of that one call, and never opens.

Put the decorator of a breaker, one that the setting `breaker-decorators` names, on the function that sends the request.
Turn it on when tasks call services that the team does not run.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.circuit_breaker import LocalBreaker, UnguardedRequest

rule = Rule(
    __name__,
    code=416,
    message="`{function}` goes on calling a service that is down; put a circuit breaker around it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)
LOCAL = "this breaker is made anew at each call, so it never opens; make it once, at the top of the module"


@rule.check(UnguardedRequest)
def check(request: UnguardedRequest) -> Findings:
    yield rule.at(request, function=request.function)


@rule.check(LocalBreaker)
def check_breaker(breaker: LocalBreaker) -> Findings:
    yield rule.at(breaker, LOCAL)
