"""A task is given the state FAILURE, RETRY or REVOKED with something that is no exception.

The result of such a state is read back as an exception. A dictionary without `exc_type`, or a text, cannot be made into
one: every look at the task (`state`, `get()`, `info`) raises ValueError. On Redis and other backends that read before
they write, the state stays so for ever, even if the task raises the exception afterwards.

Raise the exception and let Celery store it. Where the task has to go on, give `meta` the keys `exc_type` and
`exc_message`, or choose a state of your own for the dictionary.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.state_update import StateUpdate

rule = Rule(
    __name__,
    code=814,
    message="whoever reads this {state} gets a ValueError, since its `meta` is no exception; "
    "raise one, or give `meta` the keys `exc_type` and `exc_message`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(StateUpdate)
def check(update: StateUpdate) -> Findings:
    if update.hides_exception:
        yield rule.at(update, state=update.state)
