"""The state is given to `update_state` by position.

Its first parameter is the id of the task, the second the state. So `self.update_state("PROGRESS", {...})` takes the
dictionary for the state and fails the task with TypeError, and `self.update_state("PROGRESS", meta={...})` stores a
result without a state under the id "PROGRESS": whoever polls the task sees nothing.

Write `self.update_state(state="PROGRESS", meta={...})`.
"""

from celerylint.core.rewrite import NameArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.state_update import StateUpdate

rule = Rule(
    __name__,
    code=818,
    message="`update_state` takes `{argument}` for the id of the task; write `state=...` and `meta=...`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(StateUpdate)
def check(update: StateUpdate) -> Findings:
    misplaced = update.misplaced_state
    if misplaced:
        fix = None if update.has_known_misplaced_state else Fix.UNSAFE
        yield rule.at(misplaced, None, NameArguments(update.meant_names), fix, argument=misplaced.name)
