"""Tests make tasks run at once, and a task that fails raises nothing.

With `task_always_eager` a task that raises ends in a result with the state FAILURE, and `delay()` returns it as if all
were well: a test that does not look at the result passes, whatever the task does.

Set `task_eager_propagates` as well. Turn it on when tests run tasks eagerly.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.eager_setting import EagerSetting

rule = Rule(
    __name__,
    code=908,
    message="a task that fails in a test raises nothing here; set `{propagates}`, too",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)
PAIRS = {"CELERY_ALWAYS_EAGER": "CELERY_EAGER_PROPAGATES_EXCEPTIONS"}


@rule.check(EagerSetting)
def check(setting: EagerSetting) -> Findings:
    """In other settings always-eager-outside-tests speaks."""
    if setting.is_for_tests and not (setting.may_raise or setting.results_are_read):
        together = setting.name.replace("always_eager", "eager_propagates").replace("ALWAYS_EAGER", "EAGER_PROPAGATES")
        yield rule.at(setting, propagates=PAIRS.get(setting.name, together))
