"""A task keeps in itself what belongs to one run.

There is one object of each task in a process, and it lives as long as the worker. An attribute that a run adds to
(`self.count += 1`), or reads before it sets it, still holds what the runs before have left, of other arguments and
other users; which ones, depends on the process that happens to get the message.

Use a local variable, or set the attribute anew at the start of each run. What is meant to last, such as a client that
is made once, is fine.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_state import CarriedState

rule = Rule(
    __name__,
    code=122,
    message="`{attribute}` lives as long as the worker, so it still holds what earlier runs have left; "
    "use a local variable",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(CarriedState)
def check(state: CarriedState) -> Findings:
    yield rule.at(state, attribute=state.attribute)
