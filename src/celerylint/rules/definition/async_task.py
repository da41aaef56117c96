"""A coroutine function, or a generator, is made a task.

A worker calls the function and keeps what it returns. Calling an `async def` only makes a coroutine, and calling a
generator function only makes a generator: the body never runs. Without a result backend, or with
`ignore_result=True`, the log says "succeeded"; with one, storing the result fails with EncodeError. The same goes for
an `async def run` of a task class, and for its hooks (`on_failure`, `on_success` ...), which nobody awaits.

Write a plain `def` that runs the coroutine to its end, with `asyncio.run(...)` or the project's own runner.
"""

from celerylint.celery.names import ASYNC_POOL_PACKAGES
from celerylint.celery.options import TASK_HOOKS
from celerylint.core.rewrite import RunCoroutine
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.core.span import Span
from celerylint.facts.async_runner import runner_at_hand
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.facts.task_class import TaskClass

rule = Rule(
    __name__,
    code=101,
    message="the worker never runs the body of {kind} `{name}`; write a plain `def` that runs it",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    words=("async", "yield"),
    fix=Fix.UNSAFE,
)


@rule.check(Task)
def check(task: Task) -> Findings:
    if (task.is_coroutine or task.is_generator) and not task.may_be_awaited:
        kind = "generator task" if not task.is_coroutine else "async task"
        rewrite = _run(task.module, task.span) if task.is_coroutine and not task.is_generator else None
        yield rule.at(task, None, rewrite, kind=kind, name=task.name)


@rule.check(TaskClass)
def check_hooks(owner: TaskClass) -> Findings:
    if owner.module.imports(ASYNC_POOL_PACKAGES):
        return
    for method in owner.coroutine_methods:
        if method.name in TASK_HOOKS:
            rewrite = _run(owner.module, method.span)
            yield rule.at(method, None, rewrite, kind="async hook", name=f"{owner.name}.{method.name}")


def _run(module: Module, function: Span) -> RunCoroutine | None:
    """With the runner that the file has, or with `asyncio.run` where that does not fail."""
    runner = runner_at_hand(module)
    is_green = module.settings.worker_pool in ("gevent", "eventlet")
    return None if is_green and not runner else RunCoroutine(function, runner or "")
