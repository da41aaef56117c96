"""Qualified names of Celery and its surroundings."""

APP_CLASSES = frozenset({"celery.Celery", "celery.app.Celery", "celery.app.base.Celery"})
CURRENT_APPS = frozenset({"celery.current_app", "celery._state.current_app", "celery.app.default_app"})
SHARED_TASK = frozenset({"celery.shared_task", "celery.app.shared_task"})
TASK_CLASSES = frozenset({"celery.Task", "celery.app.task.Task", "celery.app.task.BaseTask"})
WEB_PACKAGES = frozenset({"flask", "quart"})
WEB_APPS = frozenset({"flask.Flask", "flask.app.Flask", "quart.Quart", "quart.app.Quart"})
"""Classes of web apps whose `config` people keep Celery's settings in."""

CURRENT_TASK = frozenset({"celery.current_task", "celery._state.current_task"})
CELERY = frozenset({"celery"})
"""The root package of Celery itself."""

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

CHAINS = frozenset({"celery.chain", "celery.canvas.chain"})
RESULTS = frozenset({"celery.result.AsyncResult", "celery.result.GroupResult", "celery.result.ResultSet"})
EAGER_RESULT = "celery.result.EagerResult"
CRONTAB = frozenset({"celery.schedules.crontab"})
QUEUES = frozenset({"kombu.Queue", "kombu.entity.Queue", "kombu.common.Broadcast"})
INTERVALS = frozenset({"celery.schedules.schedule"})
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
    "flask_apscheduler apscheduler crewai inspect_ai flytekit robocorp langgraph firexapp firexkit django_rq".split()
)
"""Root packages whose `task` decorators are not Celery's."""

ASYNC_POOL_PACKAGES = frozenset({"celery_aio_pool", "celery_pool_asyncio", "celery_asyncio"})
"""Root packages that make a worker await coroutine tasks."""

OPTION_PACKAGES = frozenset({"celery_once", "celery_singleton", "celery_unique", "celery_batches", "celery_heimdall"})
"""Root packages whose task bases read options of their own."""

EVENT_LOOP_RUNNERS = frozenset({"asyncio.run", "asyncio.runners.run"})
"""Functions that make an event loop and run a coroutine in it."""

CURRENT_LOOP = frozenset({"asyncio.get_event_loop", "asyncio.events.get_event_loop"})
"""Functions that give the loop of the thread, if it has one."""

NEW_LOOP = frozenset({"asyncio.new_event_loop", "asyncio.events.new_event_loop", "uvloop.new_event_loop"})
EVENT_LOOPS = CURRENT_LOOP | NEW_LOOP | {"asyncio.get_running_loop", "asyncio.events.get_running_loop"}
"""Functions that give an event loop."""

ASYNC_TO_SYNC = frozenset({"asgiref.sync.async_to_sync", "asgiref.sync.AsyncToSync"})

COROUTINE_FUNCTIONS = frozenset({"asyncio.sleep", "asyncio.to_thread", "asyncio.wait", "asyncio.wait_for"})
"""Functions of asyncio that only make a coroutine."""

CONCURRENT_RUNNERS = frozenset({"asyncio.gather", "asyncio.wait", "asyncio.as_completed"})
"""Functions of asyncio that run the coroutines they are given at the same time."""

COROUTINE_WRAPPERS = frozenset({"asyncio.wait_for", "asyncio.shield"})
TASK_MAKERS = frozenset({"asyncio.create_task", "asyncio.ensure_future"})
TASK_GROUPS = frozenset({"asyncio.TaskGroup", "asyncio.taskgroups.TaskGroup"})
ASYNC_LOCKS = frozenset({"asyncio.Lock", "asyncio.Semaphore", "asyncio.BoundedSemaphore", "asyncio.Condition"})

PLAIN_FUNCTIONS = {"asyncio.sleep": "time.sleep"}
"""What a plain function calls instead."""

SIGNALS = frozenset(
    "before_task_publish after_task_publish task_received task_prerun task_postrun task_success task_retry "
    "task_failure task_internal_error task_revoked task_rejected task_unknown task_sent celeryd_init "
    "celeryd_after_setup import_modules worker_init worker_before_create_process worker_process_init "
    "worker_process_shutdown worker_ready worker_shutdown worker_shutting_down heartbeat_sent setup_logging "
    "after_setup_logger after_setup_task_logger beat_init beat_embedded_init eventlet_pool_started "
    "eventlet_pool_preshutdown eventlet_pool_postshutdown eventlet_pool_apply user_preload_options".split()
)
"""Signals of the module `celery.signals`."""

APP_SIGNALS = frozenset({"on_configure", "on_after_configure", "on_after_finalize", "on_after_fork"})
"""Signals that are attributes of an app."""

SIGNAL_CLASSES = frozenset({"celery.utils.dispatch.Signal", "celery.utils.dispatch.signal.Signal"})

RANDOM = frozenset(
    {"random.randint", "random.randrange", "random.choice", "secrets.randbelow", "secrets.choice", "random.random"}
)
"""Functions that give another number at each start of a program."""

ENVIRONMENT = frozenset({"os.getenv", "os.environ", "os.environ.get"})
"""What gives the text of an environment variable, called or subscripted."""
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
OBJECT_DECORATORS = frozenset({"functools.lru_cache", "functools.cache"})
"""Those of which the callable is no function: Celery cannot make a task of it (AttributeError of `__module__`)."""

SERVICE_LIBRARIES = frozenset(
    "google googleapiclient googleads azure aws_cdk boto3 botocore docker kubernetes openstack msgraph allauth django "
    "celery fastapi_users homeassistant selenium".split()
)
"""Root packages of libraries that have packages called services, which are not those of the project."""

PLAIN_PACKAGES = frozenset(
    "builtins celery collections copy dataclasses datetime decimal enum flask functools hashlib itertools json logging "
    "math operator os pathlib random re sqlalchemy string structlog time typing uuid".split()
)
"""Root packages whose functions compute, look up or log: none does the work of a project, or ends its session."""
