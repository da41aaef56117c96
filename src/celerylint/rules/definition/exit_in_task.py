"""Task code ends the process that it runs in.

A task does not own its process. On the prefork pool `sys.exit()` kills the worker child, and the task fails with
WorkerLostError; on the solo pool it ends the whole worker; on threads and gevent the task stays pending for ever.

Return to end the task well, raise an exception of your own to fail it.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.exit import Exit

rule = Rule(
    __name__,
    code=130,
    message="`{name}` in `{task}` ends the worker process, not just the task; return, or raise an exception",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Exit)
def check(place: Exit) -> Findings:
    yield rule.at(place, name=place.name, task=place.code.owner_name)
