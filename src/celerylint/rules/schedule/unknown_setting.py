"""A setting has a name that Celery does not read.

Celery accepts any name: the setting just has no effect. That goes for a misspelt one, for one in capitals or with the
prefix of a namespace that nobody has set (`conf.CELERY_BROKER_URL`), and for one that is newer than the Celery that
runs. Names of Celery 3 are still read, but not beside new ones: then the app refuses to start with
ImproperlyConfigured.

Write the name as the documentation of Celery has it.
"""

from celerylint.core.rewrite import RenameKey
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.unknown_setting import MixedSettings, UnknownSetting

rule = Rule(
    __name__,
    code=710,
    message="Celery does not read a setting of this name; {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
MIXED = "the old name beside new ones: the app does not start (ImproperlyConfigured); write `{new}`"


@rule.check(UnknownSetting)
def check(unknown: UnknownSetting) -> Findings:
    if unknown.setting.path:
        return
    if unknown.since:
        yield rule.at(unknown, advice=f"only Celery {unknown.since} and newer do")
    elif unknown.instead:
        yield rule.at(unknown, advice=unknown.instead)
    elif unknown.meant:
        yield rule.at(unknown, None, RenameKey(unknown.span, unknown.meant), advice=f"write `{unknown.meant}`")


@rule.check(MixedSettings)
def check_mix(mixed: MixedSettings) -> Findings:
    for setting in mixed.old:
        new = setting.canonical
        yield rule.at(setting.name_span, MIXED, RenameKey(setting.name_span, new) if new else None, new=new)
