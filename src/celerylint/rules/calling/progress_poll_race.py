"""The state of a task is read first, and its progress then, from the backend again.

`result.state` and `result.info` are two reads as long as the task is under way. If it ends in between, `info` is no
longer the meta of `update_state`, but what the task returned or raised: the key is missing, or there is no `get` at
all, and now and then a request for the progress fails.

Keep `info = result.info` first, and take its keys only if it is a dict that has them. Turn it on when the progress of
tasks is shown to users.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.progress_poll import ProgressPoll

rule = Rule(
    __name__,
    code=534,
    message="the task may end after its state was read, and `{meta}` is its result then; "
    "keep `info = {result}.info`, and take keys only if it is a dict",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(ProgressPoll)
def check(poll: ProgressPoll) -> Findings:
    yield rule.at(poll, meta=poll.meta, result=poll.result)
