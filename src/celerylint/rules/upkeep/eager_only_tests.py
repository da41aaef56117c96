"""Tests run a task only in their own process, where nothing becomes a message.

`apply()` hands arguments and result over as they are: a set, a model instance or a tuple that is relied on passes, and
fails with the first message in production. With `task_always_eager` the arguments of `delay()` go through JSON, and the
result does not.

Let one test send the task to a worker, by the fixture `celery_worker` of Celery's pytest plugin. Turn it on when tasks
take or return more than ids.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.eager_setting import EagerSetting
from celerylint.facts.inline_run import InlineRun

rule = Rule(
    __name__,
    code=904,
    message="`apply` writes neither arguments nor result as JSON, so what JSON refuses passes; "
    "let one test `delay` `{task}` to a worker (`celery_worker`)",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
EAGER = (
    "with `{name}` no result is written as JSON, so what JSON refuses passes; "
    "let one test use a worker (`celery_worker`)"
)


@rule.check(InlineRun)
def check_apply(run: InlineRun) -> Findings:
    if run.is_in_test and run.is_only_way:
        yield rule.at(run, task=run.task)


@rule.check(EagerSetting)
def check_eager(setting: EagerSetting) -> Findings:
    """Said once in a file."""
    if setting.is_first and setting.is_for_tests and setting.is_only_way:
        yield rule.at(setting, EAGER, name=setting.name)
