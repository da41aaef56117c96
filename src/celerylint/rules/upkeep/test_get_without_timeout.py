"""A test waits for a result without a timeout.

If no worker takes the task, since none was started, it consumes another queue, or it died at its start, `get()` waits
for ever: nothing fails, and the run of the tests is stopped by whoever waits for it, without a word of which test it
was.

Write `result.get(timeout=10)`. Turn it on when tests run with a worker.
"""

from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.wait import Wait

rule = Rule(
    __name__,
    code=903,
    message="`{call}` hangs the run of the tests if no worker takes the task; give it a `timeout=`",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)


@rule.check(Wait)
def check(wait: Wait) -> Findings:
    """Outside of tests get-without-timeout speaks."""
    if not wait.is_in_test or wait.has_timeout or wait.is_ignored or wait.method == "collect":
        return
    if not (wait.is_eager or wait.is_where_eager or wait.may_be_eager or wait.is_known_ready):
        yield rule.at(wait, None, AddArguments(wait.span, (("timeout", "10"),)), call=wait.source)
