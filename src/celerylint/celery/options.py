"""Options of tasks and of calls.

Sources: `Celery.task` and `Celery._task_from_fun` (celery/app/base.py), the attributes of `celery.app.task.Task`,
`celery/app/autoretry.py`, `Task.apply_async` and `Celery.send_task`.
"""

FACTORY_OPTIONS = frozenset(
    "name base bind shared filter lazy pydantic pydantic_strict pydantic_context pydantic_dump_kwargs".split()
)
"""Keywords that `app.task` itself reads."""

ONLY_APP_OPTIONS = frozenset({"shared", "lazy", "filter"})
"""Keywords that `app.task` takes and `shared_task` does not."""

TASK_ATTRIBUTES = frozenset(
    "typing max_retries default_retry_delay rate_limit ignore_result trail send_events "
    "store_errors_even_if_ignored store_eager_result serializer time_limit soft_time_limit backend "
    "track_started acks_late acks_on_failure acks_on_timeout acks_on_failure_or_timeout "
    "reject_on_worker_lost retry_on_worker_lost throws expires priority resultrepr_maxsize abstract "
    "Strategy Request".split()
)
"""Attributes of Task that configure it."""

PUBLISH_OPTIONS = frozenset(
    "queue routing_key exchange exchange_type delivery_mode compression immediate mandatory".split()
)
"""Keywords that are no attribute of Task, but that `apply_async` reads off the task."""

DEPRECATED_ROUTING = frozenset("queue exchange exchange_type routing_key delivery_mode priority".split())
DEPRECATED_ROUTING_SINCE = (5, 7)
"""Options of a task that `Task.bind` warns of (celery.app.task): from Celery 6.0 on they are to have no effect."""

ROUTING_OPTIONS = frozenset({"queue", "routing_key", "exchange"})
"""Options that say where a message is sent."""

AUTORETRY_OPTIONS = frozenset(
    "autoretry_for dont_autoretry_for retry_kwargs retry_backoff retry_backoff_max retry_jitter".split()
)
"""Keywords of `add_autoretry_behaviour`."""

MAX_RETRIES = 3
DEFAULT_RETRY_DELAY = 180
"""What Task has for these options where nobody gives them; the delay in seconds."""

TASK_HOOKS = frozenset(
    "before_start on_success on_failure on_retry after_return on_replace shadow_name on_bound".split()
)
"""Methods of Task that may be given as an option, or overridden."""

HOOK_PARAMETERS = {
    "before_start": ("task_id", "args", "kwargs"),
    "on_success": ("retval", "task_id", "args", "kwargs"),
    "on_failure": ("exc", "task_id", "args", "kwargs", "einfo"),
    "on_retry": ("exc", "task_id", "args", "kwargs", "einfo"),
    "after_return": ("status", "retval", "task_id", "args", "kwargs", "einfo"),
    "on_replace": ("sig",),
    "shadow_name": ("args", "kwargs", "options"),
}
"""What Celery passes to the hooks, by place, after the task itself (`celery.app.task.Task`)."""

TASK_OPTIONS = FACTORY_OPTIONS | TASK_ATTRIBUTES | PUBLISH_OPTIONS | AUTORETRY_OPTIONS | TASK_HOOKS
"""Every keyword that a task decorator honours."""

ONLY_CELERY_OPTIONS = frozenset(
    "bind autoretry_for dont_autoretry_for acks_late ignore_result default_retry_delay soft_time_limit "
    "reject_on_worker_lost retry_backoff retry_jitter track_started".split()
)
"""Keywords that tell a Celery task decorator from those of other libraries."""

TASK_METHODS = frozenset(
    "AsyncResult MaxRetriesExceededError OperationalError add_around add_to_chord add_trail annotate app "
    "apply apply_async bind chunks delay from_config map on_bound pop_request push_request replace "
    "request request_stack retry run s send_event si signature signature_from_request starmap "
    "start_strategy subtask subtask_from_request update_state".split()
)
"""Methods and properties of Task: an option of that name replaces it."""

TASK_API = (TASK_METHODS | TASK_ATTRIBUTES | {"name"}) - {
    "bind",
    "map",
    "run",
    "s",
    "typing",
    "abstract",
}
"""What a body reads off its task; words that any object may have are left out."""

SINCE = {
    "dont_autoretry_for": (5, 3),
    "on_replace": (5, 3),
    "pydantic": (5, 5),
    "pydantic_strict": (5, 5),
    "pydantic_context": (5, 5),
    "pydantic_dump_kwargs": (5, 5),
    "acks_on_failure": (5, 7),
    "acks_on_timeout": (5, 7),
    "retry_on_worker_lost": (5, 7),
}
"""The first Celery that honours an option, where that is later than 5.2."""

ACKS_ON_TIMEOUT = ("acks_on_timeout", "acks_on_failure_or_timeout")
"""The options that say whether a timeout acknowledges the message, the stronger first."""

ACKS_AFTER = frozenset({"acks_on_failure", *ACKS_ON_TIMEOUT})
"""The options that say whether a task that has failed is acknowledged (celery.worker.request.Request.on_failure)."""

PYDANTIC_OPTIONS = frozenset({"pydantic_strict", "pydantic_context", "pydantic_dump_kwargs"})
"""The options of `pydantic=True`."""

OPTION_ALIASES = {
    "max_retry": "max_retries",
    "retries": "max_retries",
    "retry_delay": "default_retry_delay",
    "timeout": "time_limit",
    "soft_timeout": "soft_time_limit",
    "hard_time_limit": "time_limit",
    "ack_late": "acks_late",
    "ignore_results": "ignore_result",
    "autoretry": "autoretry_for",
    "queue_name": "queue",
    "ttl": "expires",
}
"""What people write for an option, and the option."""

ELSEWHERE_OPTIONS = {
    "countdown": "apply_async",
    "eta": "apply_async",
    "link": "apply_async",
    "link_error": "apply_async",
    "headers": "apply_async",
    "retry_policy": "apply_async",
    "task_id": "apply_async",
    "shadow": "apply_async",
    "interval_start": "the retry_policy of apply_async",
    "interval_step": "the retry_policy of apply_async",
    "interval_max": "the retry_policy of apply_async",
    "schedule": "beat_schedule",
    "run_every": "beat_schedule",
}
"""Keywords of another mechanism, without effect in a task decorator, and where they belong."""

EXECUTION_OPTIONS = frozenset(
    "countdown eta expires queue priority routing_key exchange exchange_type link link_error time_limit "
    "soft_time_limit serializer compression delivery_mode task_id ignore_result headers retry "
    "retry_policy shadow".split()
)
"""Keywords of `apply_async` that a person may give to `delay` by mistake (those that are plainly internal left out)."""

BOOLEAN_OPTIONS = frozenset(
    "bind shared lazy pydantic typing ignore_result trail send_events store_errors_even_if_ignored "
    "store_eager_result track_started acks_late acks_on_failure acks_on_timeout acks_on_failure_or_timeout "
    "reject_on_worker_lost retry_on_worker_lost retry_jitter abstract".split()
)
"""Options of a task that are true or false."""
REFUSED_VALUES = {
    "default_retry_delay": (("timedelta", "text"), "at the first retry"),
    "expires": (("timedelta",), "at every call"),
    "max_retries": (("timedelta", "text"), "at the first retry"),
    "retry_backoff": (("timedelta", "None"), "as soon as the task is made"),
    "retry_backoff_max": (("timedelta", "None"), "as soon as the task is made"),
}
"""Options that count something: the kinds of values that raise TypeError, and when (`Task.retry`, `Task.apply_async`,
`add_autoretry_behaviour`)."""

SIGNATURE_OPTIONS = ONLY_CELERY_OPTIONS | frozenset(
    {"max_retries", "retry_kwargs", "retry_backoff_max", "time_limit", "rate_limit"}
)
"""Options that nobody takes for an argument of the work itself."""
