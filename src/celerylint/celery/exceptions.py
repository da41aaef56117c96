"""Celery's exceptions as data. Sources: celery/exceptions.py, billiard/exceptions.py, celery/app/autoretry.py."""

RETRY = frozenset({"celery.exceptions.Retry"})
IGNORE = frozenset({"celery.exceptions.Ignore"})
REJECT = frozenset({"celery.exceptions.Reject"})
PREDICATES = RETRY | IGNORE | REJECT
"""Raised by a task to say how it ends; each is an Exception, so that a broad handler takes it."""

PREDICATE_PARENTS = frozenset({"celery.exceptions.TaskPredicate", "celery.exceptions.CeleryError"})

MAX_RETRIES_EXCEEDED = frozenset({"celery.exceptions.MaxRetriesExceededError"})

RAISED_BY_PARENT = frozenset(
    f"{module}.{name}"
    for module in ("celery.exceptions", "billiard.exceptions", "billiard")
    for name in ("TimeLimitExceeded", "WorkerLostError")
)
"""Made by the worker's parent process when it has killed or lost a child: never raised in a task."""

PARENTS = {
    "celery.exceptions.Retry": "celery.exceptions.TaskPredicate",
    "celery.exceptions.Ignore": "celery.exceptions.TaskPredicate",
    "celery.exceptions.Reject": "celery.exceptions.TaskPredicate",
    "celery.exceptions.TaskPredicate": "celery.exceptions.CeleryError",
    "celery.exceptions.MaxRetriesExceededError": "celery.exceptions.TaskError",
    "celery.exceptions.TaskError": "celery.exceptions.CeleryError",
    "celery.exceptions.TimeoutError": "celery.exceptions.TaskError",
    "celery.exceptions.CeleryError": "builtins.Exception",
    "celery.exceptions.SoftTimeLimitExceeded": "builtins.Exception",
    "celery.exceptions.TimeLimitExceeded": "builtins.Exception",
    "celery.exceptions.WorkerLostError": "builtins.Exception",
}
"""The class that an exception of Celery is derived from."""

TIMEOUTS = ("celery.exceptions.TimeoutError", "celery.result.TimeoutError")
"""What waiting for a result raises when the time is up, by its own name first."""

OTHER_TIMEOUTS = frozenset(
    {
        "builtins.TimeoutError",
        "asyncio.TimeoutError",
        "asyncio.exceptions.TimeoutError",
        "concurrent.futures.TimeoutError",
        "multiprocessing.TimeoutError",
        "socket.timeout",
    }
)
"""Exceptions that are not it, nor a base of it."""

PLAIN_EXCEPTIONS = frozenset(
    f"builtins.{name}"
    for name in (
        "Exception ValueError TypeError RuntimeError LookupError KeyError IndexError ArithmeticError ZeroDivisionError "
        "OverflowError AssertionError NotImplementedError BufferError EOFError Warning UserWarning RuntimeWarning"
    ).split()
)
"""Builtin classes that are pickled as their class and `args`, with nothing of their own (BaseException.__reduce__)."""

PICKLING_METHODS = frozenset(
    "__reduce__ __reduce_ex__ __getnewargs__ __getnewargs_ex__ __getstate__ __setstate__ __new__".split()
)
"""Methods by which a class says how it is pickled, or made."""
