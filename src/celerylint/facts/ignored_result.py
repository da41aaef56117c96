"""Whether Celery throws results away."""

from __future__ import annotations

from celerylint.celery.calls import CALLS_KEEP_RESULTS_SINCE
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.value import fold

_CALLS = ("apply_async", "apply_async_on_commit", "set", "signature", "subtask")


def ignores_by_default(module: Module) -> bool:
    """Whether a setting of this file, or of its app, makes Celery ignore the results of all tasks."""
    own = Setting.whole(module, "task_ignore_result")
    settings = None if own else AppSettings.of_file(module)
    by_app = settings is not None and settings.value("task_ignore_result") is True
    return by_app or any(setting.value is True for setting in own)


def asks_for_results(module: Module) -> bool:
    """Whether a call in this file says what becomes of the result, `apply_async(..., ignore_result=False)`, and the
    target version heeds it."""
    return module.settings.target_celery >= CALLS_KEEP_RESULTS_SINCE and any(
        keyword.arg == "ignore_result" and fold(keyword.value, module.scopes) is not True
        for call in module.index.calls(*_CALLS, texts=("ignore_result",))
        for keyword in call.keywords
    )


def ignores_result(task: Task, by_default: bool) -> bool:
    """Whether the result of a task is ignored, by its own option or else by default."""
    option = task.option("ignore_result")
    return option.value is True if option else by_default and not task.options.open
