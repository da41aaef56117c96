"""A result is expected of `delay_on_commit`, or the task has no such method.

`delay_on_commit` and `apply_async_on_commit` only register a callback: there is no id yet, and they give None, so that
`.id` is an AttributeError. And only `DjangoTask`, the class of tasks under Django, has them: a task whose `base=`
derives from Celery's plain `Task` raises AttributeError at the call.

Choose the id yourself, `apply_async_on_commit(args, task_id=task_id)`; derive the base class from
`celery.contrib.django.task.DjangoTask`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.on_commit import OnCommitDispatch

rule = Rule(
    __name__,
    code=328,
    message="`{method}` gives no result, nothing is sent yet; choose the id yourself: "
    "`apply_async_on_commit(..., task_id=...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
NO_METHOD = "the base class of `{task}` has no `{method}`; derive it from `celery.contrib.django.task.DjangoTask`"


@rule.check(OnCommitDispatch)
def check(dispatch: OnCommitDispatch) -> Findings:
    if dispatch.has_no_such_method:
        yield rule.at(dispatch, NO_METHOD, task=dispatch.task, method=dispatch.method)
    elif dispatch.read_attribute:
        yield rule.at(dispatch.read_attribute, method=dispatch.method)
