"""An Ignore or a Reject, or the Ignore that `self.replace()` raises, is taken before it reaches Celery.

Both are Exceptions, by which a task tells the worker how it ends. A broad handler around them, a `suppress(Exception)`
or a `return` in a `finally` takes them: the message is not rejected, the task is not left alone but reported as
SUCCESS, and a task that was replaced reports a result of its own beside that of its replacement.

Put `except Ignore: raise` (or Reject) before the broad handler, or move the statement out of the `try`.
"""

from celerylint.core.rewrite import ReraiseFirst
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.predicate import Predicate

rule = Rule(
    __name__,
    code=239,
    message="{keeper} takes the {name} of `{text}`, and the task goes on; put `except {name}: raise` before it",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
NO_HANDLER = "{keeper} takes the {name} of `{text}`, and the task goes on; move it out of there"


@rule.check(Predicate)
def check(predicate: Predicate) -> Findings:
    """Of a Retry retry-swallowed speaks."""
    keeper = predicate.keeper
    if keeper and not predicate.is_retry:
        message = None if keeper.is_handler else NO_HANDLER
        handlers = keeper.handlers
        rewrite = ReraiseFirst(handlers, (predicate.raised,)) if handlers else None
        yield rule.at(predicate, message, rewrite, keeper=keeper.text, name=predicate.name, text=predicate.text)
