"""A variable is called like a setting of Celery, and nothing loads it.

`beat_schedule = {...}` at the top of the module that makes the app is a variable like any other: beat sends nothing,
routes do not act. Celery reads its `conf`, and what `config_from_object` is given. In a module of settings that nobody
loads it is the same.

Write `app.conf.beat_schedule = {...}`, or configure the app from the module.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unloaded_setting import UnloadedSetting

rule = Rule(
    __name__,
    code=730,
    message="this is a variable that nothing reads, not the setting; write `app.conf.{name} = ...`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
UNLOADED = 'nothing loads this module, so this is no setting of the app; write `app.config_from_object("{module}")`'


@rule.check(UnloadedSetting)
def check(variable: UnloadedSetting) -> Findings:
    if variable.unloaded:
        yield rule.at(variable, UNLOADED, module=variable.unloaded)
    else:
        yield rule.at(variable, name=variable.name)
