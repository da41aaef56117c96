"""What the pools of workers do not do. Sources: `celery.concurrency.*`, `celery.worker.request`."""

_PER_CHILD = ("worker_max_tasks_per_child", "worker_max_memory_per_child")

IGNORED_LIMITS = {
    "threads": frozenset({"time_limit", "soft_time_limit", *_PER_CHILD}),
    "solo": frozenset({"time_limit", "soft_time_limit", *_PER_CHILD}),
    "gevent": frozenset({"soft_time_limit", *_PER_CHILD}),
    "eventlet": frozenset({"soft_time_limit", *_PER_CHILD}),
}
"""Limits that a pool takes and does not keep: options of tasks, which as settings begin with `task_`, and settings."""

SIGNALS_OF_POOLS = {
    "worker_process_init": frozenset({"prefork", "solo"}),
    "worker_process_shutdown": frozenset({"prefork"}),
}
"""The pools that send a signal, for those that not every pool sends."""

SIGNALS_OF_WORKERS = {"worker_process_init": "worker_init", "worker_process_shutdown": "worker_shutdown"}
"""The signal that a worker of any pool sends, once, at such a time."""

SIGNALS_OF_EVERY_POOL = frozenset(
    "celeryd_init celeryd_after_setup worker_init worker_ready worker_shutting_down worker_shutdown".split()
)
"""The signals that a worker sends of itself, whatever its pool."""
