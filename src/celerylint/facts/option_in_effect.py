"""What a worker goes by: a task's option, or the setting that stands in for it."""

from __future__ import annotations

from celerylint.celery.names import APP_CLASSES
from celerylint.facts.app import may_load_settings
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.value import UNKNOWN


def in_effect(task: Task, name: str) -> object:
    """The value of an option: the task's own, its base's, the setting's, else None, Celery's default.

    UNKNOWN if it may come from where the files of the project do not show.
    """
    option = task.option(name)
    if option is not None:
        return option.value
    if task.options.open:
        return UNKNOWN
    module = task.module
    if Setting.whole(module, f"task_{name}"):
        setting = Setting.only(module, f"task_{name}")
        return setting.value if setting else UNKNOWN
    return None if _is_configured_here(task) else _by_setting(task, f"task_{name}")


def _by_setting(task: Task, name: str) -> object:
    """What the settings of the app say that other files show, unless a class of tasks, or annotations, have it
    otherwise."""
    settings = None if task.app_has_task_class else AppSettings.of_task(task)
    if settings is None or settings.has_task_class or not settings.lacks("task_annotations"):
        return UNKNOWN
    return settings.value(name) if settings.sets(name) else None if settings.lacks(name) else UNKNOWN


def _is_configured_here(task: Task) -> bool:
    module = task.module
    made = task.app_creation
    if made is None or module.scopes.qualified(made.func) not in APP_CLASSES or task.app_has_task_class:
        return False
    if may_load_settings(made):
        return False
    return not Setting.named(module, "task_annotations") and not module.all(OpenSettings)
