"""A task is called like a function, inside another task or a web request.

The function runs here and now, in this process: no worker takes it, none of its options counts, `self.request` is that
of nobody, and where it would retry, the error is raised here. An `update_state` in it fails.

Send it by `delay`; or keep what both need in a plain function, and call that. Turn it on when calls of tasks without
`.delay` are slips of the pen in the team's code, and not a habit.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.direct_call import DirectCall

rule = Rule(
    __name__,
    code=506,
    message="`{task}` runs inside this {place}, without its queue, retries and time limits; "
    "write `{task}.delay(...)`, or call a plain function",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(DirectCall)
def check(call: DirectCall) -> Findings:
    if call.place and not call.is_also_sent:
        yield rule.at(call, task=call.name, place=call.place)
