"""A setting of the app's `conf` is set though the configured source has it as well.

Before Celery 5.7, what `config_from_object(..., namespace="CELERY")` has loaded came first: a later
`app.conf.task_acks_late = True` changed nothing if the source holds `CELERY_TASK_ACKS_LATE`. No error is raised.

Change it in the source; from 5.7 on, what is set last holds.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.shadowed_setting import ShadowedSetting

rule = Rule(
    __name__,
    code=720,
    message="before Celery 5.7 this has no effect, since `{other}` comes first; change it there",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(ShadowedSetting)
def check(shadowed: ShadowedSetting) -> Findings:
    yield rule.at(shadowed, other=shadowed.other.name)
