"""A handler for Python's TimeoutError stands around `result.get(timeout=...)`.

When the time is up, `get` raises `celery.exceptions.TimeoutError`. It shares no more than the name with Python's
builtin, with asyncio's and with that of concurrent.futures, so `except TimeoutError` without an import does not take
it, and the error is not handled.

Import it: `from celery.exceptions import TimeoutError`.
"""

from celerylint.core.rewrite import CatchInstead
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.timeout_handler import TimeoutHandler

rule = Rule(
    __name__,
    code=531,
    message="a result that is late raises Celery's own TimeoutError, which `{name}` does not take; "
    "import it from `celery.exceptions`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(TimeoutHandler)
def check(handler: TimeoutHandler) -> Findings:
    rewrite = CatchInstead(handler.kind_span, "celery.exceptions") if handler.kind_span else None
    yield rule.at(handler, None, rewrite, name=handler.name)
