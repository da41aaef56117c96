"""A handler of `on_after_configure` is connected after the app was configured.

An app reads its configuration the first time that somebody asks for a setting, and sends the signal then, once. A
module that reads `app.conf.timezone`, or sets a key of `app.conf.beat_schedule`, and connects the handler below, does
so too late: the handler never runs, and its periodic tasks are never scheduled.

Connect the handler to `on_after_finalize`, or before the first look at the configuration.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.late_handler import LateHandler

rule = Rule(
    __name__,
    code=737,
    message="`{app}.conf` is read in line {line}, and this signal was sent then: the handler never runs; "
    "write `{app}.on_after_finalize`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(LateHandler)
def check(handler: LateHandler) -> Findings:
    yield rule.at(handler, app=handler.app, line=handler.line)
