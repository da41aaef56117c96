"""A handler takes every error and logs it without its traceback.

The handler goes on, so Celery never sees the error and logs nothing of it. The line holds the text of the error, as
short as `'id'` for a KeyError, and nothing tells any more where it was raised.

Write `logger.exception(...)` there, or give `exc_info=True`; where the error is raised again, Celery logs the
traceback. Turn it on when errors are looked into by what the log says of them.
"""

from celerylint.core.rewrite import AddArguments, CallMethod, Rewrite, SetValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.error_line import ErrorLine

rule = Rule(
    __name__,
    code=810,
    message="the traceback of the error is kept nowhere, so nothing tells where it was raised; "
    "write `exception` in place of `{method}`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)

SAME_LEVEL = {"error": "exception", "aerror": "aexception"}


@rule.check(ErrorLine)
def check(line: ErrorLine) -> Findings:
    """One finding a handler: one traceback is enough."""
    yield rule.at(line, None, _with_traceback(line), method=line.method)


def _with_traceback(line: ErrorLine) -> Rewrite | None:
    """A line at another level than `error` keeps it, where the logger takes `exc_info`."""
    if line.refused_traceback:
        return SetValue(line.refused_traceback, "True")
    if line.method in SAME_LEVEL:
        return CallMethod((line.span,), SAME_LEVEL[line.method])
    return AddArguments(line.span, (("exc_info", "True"),)) if line.takes_exc_info else None
