"""`self.retry()` is given an argument of a kind that it cannot use.

A `countdown`, `eta` or `expires` of the wrong kind makes sending fail inside `retry`: the task is not retried, and
Celery rejects its message. `exc` is raised when the retries are used up, so text gives a TypeError there, and a class
instead of an instance cannot be stored: the run is reported as FAILURE with EncodeError, although the retry was sent.

Write a number of seconds for `countdown`, a datetime for `eta`, an instance for `exc`.
"""

from celerylint.core.rewrite import TakeSeconds
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.retry_argument import RetryArgument

rule = Rule(
    __name__,
    code=234,
    message="`{name}` of a retry cannot be {kind}: {effect}; write {better}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
FAULTS = {
    ("exc", "text"): ("in the end a TypeError is raised", "an exception"),
    ("exc", "a class"): ("its result cannot be stored", "an instance"),
    ("args", "a number"): ("the retry is not sent", "`countdown=`"),
    ("countdown", "a timedelta"): ("the retry is not sent", "`.total_seconds()`"),
    ("countdown", "text"): ("the retry is not sent", "a number of seconds"),
    ("expires", "a timedelta"): ("the retry is not sent", "`.total_seconds()`"),
    ("eta", "a timedelta"): ("the retry is not sent", "`countdown=` and seconds"),
    ("eta", "a number"): ("the retry is not sent", "`countdown=`"),
    ("max_retries", "text"): ("the retry is not sent", "a number"),
}


@rule.check(RetryArgument)
def check(argument: RetryArgument) -> Findings:
    fault = FAULTS.get((argument.name, argument.kind))
    if fault:
        is_duration = argument.kind == "a timedelta" and argument.name != "eta"
        mended = TakeSeconds(argument.retry.module.span(argument.node)) if is_duration else None
        yield rule.at(argument, None, mended, name=argument.name, kind=argument.kind, effect=fault[0], better=fault[1])
