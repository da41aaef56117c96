"""The convention packs: what each is about, and the words of its house.

A pack's words join the default of a setting; a setting that the project makes itself holds as it is.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from celerylint.core.settings import Settings, Words


class Pack(NamedTuple):
    """The conventions of one house: what they are about, and its words by the field of `Settings` that they join."""

    about: str
    words: dict[str, Words]


PACKS = {
    "service-tasks": Pack(
        "Synchronous SQLAlchemy sessions, services that do the work, batches whose items fail one by one, job metrics.",
        {
            "session_factories": ("SessionLocal",),
            "scheduler_helpers": ("_sync_scheduled_task",),
            "loggers": ("get_logger", "logger"),
            "metric_calls": ("observe_job",),
            "service_packages": ("services",),
        },
    ),
    "single-instance-tasks": Pack(
        "Periodic tasks that hold a lock and run async SQLAlchemy by a runner, with queues and circuit breakers.",
        {
            "session_factories": ("create_task_session_maker", "session_maker"),
            "async_runners": ("run_async",),
            "lock_decorators": ("single_instance",),
            "loggers": ("get_logger", "logger"),
            "breaker_decorators": ("circuit_breaker",),
        },
    ),
    "task-definition": Pack(
        "Options of the task decorator, retries, progress, workflows, errors, and tests of all that.",
        {
            "session_factories": ("DatabaseSessionLocal",),
            "async_runners": ("_run_async",),
            "repositories": ("*Repository",),
        },
    ),
    "async-runner": Pack(
        "Async tasks behind a helper that runs their coroutine, engines disposed of in time, tracked executions.",
        {
            "session_factories": ("DatabaseSessionLocal", "*SessionLocal", "*_session_maker"),
            "async_runners": ("_run_async",),
            "repositories": ("*Repository",),
        },
    ),
    "queue-operations": Pack(
        "Webhooks, chunks, workflows, schedules, routes, dead letters and rate limits, with Flask-SQLAlchemy.",
        {
            "scoped_sessions": ("db.session",),
            "task_modules": ("tasks", "*_tasks"),
        },
    ),
}


def with_words(settings: Settings, given: Collection[str]) -> Settings:
    """The settings with the words of their packs, but for the fields that the project has `given` itself.

    >>> with_words(Settings(conventions=("queue-operations",)), ()).task_modules
    ('tasks', '*_tasks')
    """
    joined: dict[str, Any] = {}
    for pack in settings.conventions:
        for field, words in PACKS[pack].words.items():
            known = joined.get(field) or getattr(settings, field)
            joined[field] = known + tuple(word for word in words if word not in known)
    return settings._replace(**{field: words for field, words in joined.items() if field not in given})
