"""`get_task_logger` is given the name of a logger that the same file uses as its own.

There is one logger for each name, and `get_task_logger` hangs it below `celery.task`. The handlers, the level and the
filters of the logger that its name says is above it no longer see its lines, those of a web request included.

Give the logger of tasks a name of its own, such as `get_task_logger(f"{__name__}.tasks")`. Turn it on when levels or
handlers are set by package.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.shared_logger import SharedLogger

rule = Rule(
    __name__,
    code=815,
    message="this hangs the logger of `getLogger({name})` below `celery.task`, away from the handlers of its package; "
    "give the task logger a name of its own",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(SharedLogger)
def check(logger: SharedLogger) -> Findings:
    yield rule.at(logger, name=logger.name)
