"""Qualified names of Celery and its surroundings."""

APP_CLASSES = frozenset({"celery.Celery", "celery.app.Celery", "celery.app.base.Celery"})
CURRENT_APPS = frozenset({"celery.current_app", "celery._state.current_app", "celery.app.default_app"})
SHARED_TASK = frozenset({"celery.shared_task", "celery.app.shared_task"})
TASK_CLASSES = frozenset({"celery.Task", "celery.app.task.Task"})
CURRENT_TASK = frozenset({"celery.current_task", "celery._state.current_task"})
SIGNATURES = frozenset(
    f"{home}.{name}"
    for home in ("celery", "celery.canvas")
    for name in ("signature", "subtask", "Signature", "maybe_signature")
)
"""What makes a signature of a task's name, or of a task."""

CANVASES = frozenset(
    f"{home}.{name}"
    for home in ("celery", "celery.canvas")
    for name in ("chain", "group", "chord", "chunks", "xmap", "xstarmap")
)
"""What makes a signature of other signatures."""

RESULTS = frozenset({"celery.result.AsyncResult", "celery.result.GroupResult", "celery.result.ResultSet"})
EAGER_RESULT = "celery.result.EagerResult"
CRONTAB = frozenset({"celery.schedules.crontab"})
SCHEDULES = frozenset({"celery.schedules.schedule", "celery.schedules.solar", "datetime.timedelta"})
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
