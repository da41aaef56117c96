"""Tasks are made to run at once, in the process that sends them.

With `task_always_eager` nothing is sent: `delay` runs the task at once, the web request waits for it, a countdown is
ignored, retries follow each other without a pause, a task that fails raises nothing, and what the broker would refuse
goes unseen.

Leave it to the settings of tests, or put it under a condition: `if TESTING:`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.eager_mode import EagerMode

rule = Rule(
    __name__,
    code=712,
    message="every task runs at once, in the process that sends it; leave `{name}` to the settings of tests",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(EagerMode)
def check(mode: EagerMode) -> Findings:
    if not mode.is_conditional and not mode.is_for_development:
        yield rule.at(mode, name=mode.setting.name)
