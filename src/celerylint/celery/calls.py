"""How tasks and signatures are called.

Sources: `celery.app.task.Task`, `celery.canvas.Signature`, `Celery.send_task` (celery/app/base.py),
`celery.contrib.django.task.DjangoTask`.
"""

PASSING = frozenset({"delay", "delay_on_commit", "s", "si"})
"""Methods whose arguments are the task's own."""

SENDING = frozenset({"delay", "delay_on_commit", "apply_async", "apply_async_on_commit", "send_task"})
"""Methods that send a message."""

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
}
"""The parameters of methods that may be given by place."""

ONLY_CELERY_CALL_OPTIONS = frozenset(
    "kwargs countdown eta expires queue routing_key link link_error task_id priority".split()
)
"""Keywords of `apply_async` that no pool of threads or processes takes."""
