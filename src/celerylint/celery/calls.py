"""How tasks and signatures are called.

Sources: `celery.app.task.Task`, `celery.canvas.Signature`, `Celery.send_task` (celery/app/base.py),
`celery.contrib.django.task.DjangoTask`.
"""

PASSING = frozenset({"delay", "delay_on_commit", "s", "si"})
"""Methods whose arguments are the task's own."""

SENDING = frozenset({"delay", "delay_on_commit", "apply_async", "apply_async_on_commit", "send_task"})
"""Methods that send a message."""

SENDING_NOW = frozenset({"delay", "apply_async", "send_task"})
"""Those that wait for no transaction to be committed."""

SIGNING = frozenset({"s", "si", "signature", "subtask", "chunks", "map", "starmap"})
"""Methods that make a signature and send nothing."""

KEEPING = frozenset({"set", "clone", "on_error"})
"""Methods of a signature that give a signature of the same task."""

OF_TASKS_ONLY = frozenset({"apply", "map", "starmap"})
"""Methods of a task that many other things have."""

PARAMETERS = {
    "apply_async": ("args", "kwargs", "task_id", "producer", "link", "link_error", "shadow"),
    "apply": ("args", "kwargs", "link", "link_error", "task_id", "retries", "throw", "logfile", "loglevel", "headers"),
    "signature": ("args", "kwargs", "options"),
    "send_task": (
        *("name", "args", "kwargs", "countdown", "eta", "task_id", "producer", "connection", "router", "result_cls"),
        *("expires", "publisher", "link", "link_error"),
    ),
    "retry": ("args", "kwargs", "exc", "throw", "eta", "countdown", "max_retries"),
}
"""The parameters of methods that may be given by place."""

ONLY_CELERY_CALL_OPTIONS = frozenset(
    "kwargs countdown eta expires queue routing_key link link_error task_id priority".split()
)
"""Keywords of `apply_async` that no pool of threads or processes takes."""

CALL_OPTIONS = frozenset(
    "task_id producer publisher link link_error shadow countdown eta expires connection router result_cls "
    "add_to_parent group_id group_index retries chord chain reply_to time_limit soft_time_limit root_id parent_id "
    "route_name task_type replaced_task_nesting ignore_result origin argsrepr kwargsrepr stamped_headers headers queue "
    "exchange exchange_type routing_key serializer compression priority delivery_mode retry retry_policy declare "
    "event_dispatcher timeout confirm_timeout mandatory immediate content_type content_encoding expiration "
    "correlation_id message_id timestamp type user_id app_id cluster_id now timezone create_sent_event callbacks "
    "errbacks immutable throw logfile loglevel exc max_retries args kwargs options subtask_type app".split()
)
"""Keywords that `apply_async`, `send_task`, `set`, `signature` or `retry` honour (also `Celery.amqp.as_task_v2`,
`kombu.Producer.publish` and the properties of an AMQP message)."""

CALL_OPTION_ALIASES = {"delay": "countdown", "ttl": "expires", "soft_timeout": "soft_time_limit"}
"""What people write for a call's option, and the option."""

INSPECTIONS = frozenset(
    "report clock active scheduled reserved stats revoked registered registered_tasks ping active_queues query_task "
    "conf hello memsample memdump objgraph".split()
)
"""Methods of `app.control.inspect()`, which ask all workers. Source: `celery.app.control.Inspect`."""

INSPECTORS = frozenset({"celery.app.control.Inspect()", "celery.current_app.control.inspect()"})
"""Inspectors by their qualified name, besides what the `control.inspect` of an app gives."""

OWN_PROCESS_BACKENDS = ("rpc", "cache+memory")
"""Schemes of result backends whose results only the process that sent the task can read, or that ran it."""

VISIBILITY_TIMEOUTS = {"redis": 3600, "rediss": 3600, "sentinel": 3600, "sqs": 1800}
"""After how many seconds a broker delivers again what a worker has not acknowledged, by the scheme of its URL
(kombu.transport.redis and .SQS)."""

WAITING = frozenset({"get", "wait", "join", "join_native", "iter_native", "collect"})
"""Methods of a result that wait for it; but for `collect`, their first parameter or a keyword is a timeout."""

ASKING = frozenset({"ready", "successful", "failed", "state", "status", "info"})
"""Methods and properties of a result that look at it without waiting."""

ALLOW_JOIN = frozenset({"celery.result.allow_join_result"})
"""The context manager in which a task may wait for a result."""

CALLS_KEEP_RESULTS_SINCE = (5, 7)
"""The first Celery that heeds `ignore_result=False` of a call of a task that ignores its result."""
