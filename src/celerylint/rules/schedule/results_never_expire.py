"""Results never expire.

With `result_expires` of zero or None the result backend keeps every result: Redis sets no expiry, and beat does not
schedule `celery.backend_cleanup`, which else deletes the old ones of a database each night. The store grows until
something is full.

Leave the setting out (results are kept for a day), or say how many seconds somebody may still ask for them. Turn it
on when nothing else tidies up the result backend.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.setting import Setting

rule = Rule(
    __name__,
    code=722,
    message="the result backend keeps every result for ever; set `{name}` to some seconds, or leave it out",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(Setting)
def check(setting: Setting) -> Findings:
    """Where the same file says that results are not kept at all, there is nothing to expire."""
    if setting.canonical != "result_expires" or setting.value not in (0, None) or setting.path:
        return
    ignored = Setting.named(setting.module, "task_ignore_result")
    if all(each.value is False for each in ignored):
        yield rule.at(setting.name_span, name=setting.name)
