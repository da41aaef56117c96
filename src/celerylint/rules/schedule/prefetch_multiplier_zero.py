"""The prefetch multiplier is zero.

Zero does not mean that a worker takes nothing in advance: it means that there is no limit. One worker takes the whole
queue, the others stand idle, and what it holds waits for it alone.

Write 1, the least there is; `worker_disable_prefetch = True` (Celery 5.6) takes a message only when a process is free.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.setting import Setting

rule = Rule(
    __name__,
    code=725,
    message="zero means no limit, so one worker takes the whole queue; write 1",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Setting)
def check(setting: Setting) -> Findings:
    if setting.canonical == "worker_prefetch_multiplier" and setting.value == 0 and not setting.path:
        yield rule.at(setting)
