"""Waiting for results."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.calls import ALLOW_JOIN, ASKING, WAITING
from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.eager_setting import EagerSetting
from celerylint.facts.in_test import is_in_test
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode, task_code
from celerylint.facts.result import RESULT_PATTERN, RESULT_WORDS, is_any_result, is_eager_result
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task, task_of
from celerylint.syntax.node import WITHS, keyword_value
from celerylint.syntax.value import UNKNOWN, fold

_FALSE_COUNTS = (5, 7)


class Wait:
    """A call that waits for a result: `result.get()`, `group_result.join()`."""

    words = RESULT_WORDS
    pattern = RESULT_PATTERN
    also = tuple(f".{method}(" for method in sorted(WAITING))

    def __init__(self, module: Module, node: ast.Call, receiver: ast.expr, method: str) -> None:
        self.module = module
        self.node = node
        self.receiver = receiver
        self.method = method

    @classmethod
    def find(cls, module: Module) -> Iterable[Wait]:
        for call in module.index.calls(*WAITING, texts=RESULT_WORDS):
            function = call.func
            if isinstance(function, ast.Attribute) and is_any_result(module, function.value):
                yield cls(module, call, function.value, function.attr)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def source(self) -> str:
        """What is waited for, in short."""
        text = ast.unparse(self.receiver)
        return f"{text}.{self.method}()" if len(text) <= 30 else f"{self.method}()"

    @lazy
    def code(self) -> TaskCode | None:
        """The task code that waits."""
        return task_code(self.module, self.node)

    @property
    def is_eager(self) -> bool:
        """Whether the result is that of `apply()`, which is ready at once."""
        return is_eager_result(self.module, self.module.scopes.assigned(self.receiver) or self.receiver)

    # --- how

    @lazy
    def has_timeout(self) -> bool:
        """Whether there is a timeout, or may be one."""
        given = (
            self.node.args[0] if self.node.args and self.method != "collect" else keyword_value(self.node, "timeout")
        )
        if given is None:
            return any(keyword.arg is None for keyword in self.node.keywords)
        return fold(given, self.module.scopes) is not None

    @property
    def is_allowed_in_task(self) -> bool:
        """Whether a task is let wait here: in `with allow_join_result()`, by `disable_sync_subtasks=False`, or since
        `iter_native` never looks."""
        if self.method == "iter_native":
            return True
        disabled = keyword_value(self.node, "disable_sync_subtasks")
        if disabled is not None and fold(disabled, self.module.scopes) is not True:
            return True
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, WITHS):
                managers = [item.context_expr for item in above.items if isinstance(item.context_expr, ast.Call)]
                if any(self.module.scopes.qualified(manager.func) in ALLOW_JOIN for manager in managers):
                    return True
        return False

    @property
    def may_be_outside_of_tasks(self) -> bool:
        """Whether the function looks if it runs in a task."""
        names = {"current_task", "current_worker_task", "task_join_will_block", "get_current_task"}
        return self.code is not None and bool(self.module.index.mentions(self.code.node, names))

    @lazy
    def is_known_ready(self) -> bool:
        """Whether the same function asks the result if it is ready, or what its state is."""
        body = self.module.index.enclosing_function(self.node) or self.module.index.tree
        asked = (node for node in self.module.index.own(body, ast.Attribute) if node.attr in ASKING)
        text = ast.unparse(self.receiver)
        return any(ast.unparse(node.value) == text for node in asked)

    @property
    def is_where_eager(self) -> bool:
        """Whether a condition around it asks if tasks are run at once: `if settings.CELERY_TASK_ALWAYS_EAGER`."""
        around = (above for above in self.module.index.ancestors(self.node) if isinstance(above, (ast.If, ast.IfExp)))
        return any("eager" in ast.unparse(above.test).lower() for above in around)

    @property
    def is_in_test(self) -> bool:
        """Whether a test waits."""
        return is_in_test(self.module, self.node)

    @property
    def may_be_eager(self) -> bool:
        """Whether the file makes tasks run at once somewhere, so that results may be there at once."""
        return bool(self.module.all(EagerSetting))

    @property
    def is_in_script(self) -> bool:
        """Whether the file runs as a script here: under `if __name__ == "__main__"`, or at import."""
        return self.module.index.enclosing_function(self.node) is None

    # --- for what

    @lazy
    def sent(self) -> Dispatch | None:
        """The dispatch whose own result is waited for."""
        return self.module.at(Dispatch, self.module.scopes.assigned(self.receiver))

    @lazy
    def task(self) -> Task | None:
        """The task of this file whose result it is: of a dispatch, or looked up by id."""
        return task_of_result(self.module, self.receiver)

    @lazy
    def is_ignored(self) -> bool | None:
        """Whether the task's result is ignored, by the call or by the task; None if that is not known. What the call
        says goes before what the task says, but `False` only since Celery 5.7."""
        given = self._ignored_by_call
        if given is not None and (given or self.module.settings.target_celery >= _FALSE_COUNTS):
            return given
        if self.task is None or (self.sent and self.sent.option("ignore_result") and given is None):
            return None
        option = self.task.option("ignore_result")
        if option is not None:
            return None if option.value is UNKNOWN else bool(option.value)
        by_default = Setting.named(self.module, "task_ignore_result")
        return None if by_default or self.task.options.open else False

    @property
    def _ignored_by_call(self) -> bool | None:
        option = self.sent.option("ignore_result") if self.sent else None
        return None if option is None or option.value is UNKNOWN else bool(option.value)

    @property
    def knows_it_is_ignored(self) -> bool:
        """Whether the result knows that it is ignored, so that waiting for it ends at once: one looked up by its id,
        or sent with `ignore_result=False`, does not."""
        return self.sent is not None and self._ignored_by_call is not False


def task_of_result(module: Module, node: ast.expr) -> Task | None:
    """The task of this file whose result an expression is: of a dispatch, or looked up by id."""
    made = module.scopes.assigned(node)
    sent = module.at(Dispatch, made)
    if sent:
        return sent.task
    if isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute) and made.func.attr == "AsyncResult":
        return task_of(module, made.func.value)
    return None
