"""Qualified names of Celery and its surroundings."""

APP_CLASSES = frozenset({"celery.Celery", "celery.app.Celery", "celery.app.base.Celery"})
CURRENT_APPS = frozenset({"celery.current_app", "celery._state.current_app", "celery.app.default_app"})
SHARED_TASK = frozenset({"celery.shared_task", "celery.app.shared_task"})
TASK_CLASSES = frozenset({"celery.Task", "celery.app.task.Task"})
CURRENT_TASK = frozenset({"celery.current_task", "celery._state.current_task"})
CRONTAB = frozenset({"celery.schedules.crontab"})
SOFT_TIME_LIMIT = frozenset(
    {
        "celery.exceptions.SoftTimeLimitExceeded",
        "billiard.exceptions.SoftTimeLimitExceeded",
        "billiard.SoftTimeLimitExceeded",
    }
)

OTHER_TASK_LIBRARIES = frozenset(
    "invoke locust airflow huey procrastinate prefect dramatiq taskiq arq rq fabric tasktiger saq fastapi faust luigi "
    "flask_apscheduler apscheduler crewai inspect_ai flytekit robocorp langgraph".split()
)
"""Root packages whose `task` decorators are not Celery's."""

ASYNC_POOL_PACKAGES = frozenset({"celery_aio_pool", "celery_pool_asyncio", "celery_asyncio"})
"""Root packages that make a worker await coroutine tasks."""

OPTION_PACKAGES = frozenset({"celery_once", "celery_singleton", "celery_unique", "celery_batches", "celery_heimdall"})
"""Root packages whose task bases read options of their own."""

EVENT_LOOP_RUNNERS = frozenset({"asyncio.run"})

PROCESS_STARTERS = frozenset(
    {
        "multiprocessing.Process",
        "multiprocessing.Pool",
        "multiprocessing.Manager",
        "multiprocessing.pool.Pool",
        "concurrent.futures.ProcessPoolExecutor",
        "concurrent.futures.process.ProcessPoolExecutor",
    }
)
"""What starts processes, and so is refused in the daemonic processes of a prefork worker."""

WRAPS = frozenset({"functools.wraps", "six.wraps"})
FUNCTION_DECORATORS = frozenset(
    {
        "functools.lru_cache",
        "functools.cache",
        "django.db.transaction.atomic",
        "tenacity.retry",
        "backoff.on_exception",
        "backoff.on_predicate",
    }
)
"""Decorators that give another callable, which has no attribute of the class of what it was made of."""
