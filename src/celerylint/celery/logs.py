"""Logging libraries as data: what gives a logger, and which of its methods write a line. Sources: logging,
celery.utils.log of Celery 5.7, structlog, loguru."""

PLAIN_LOGGERS = frozenset(
    {
        "logging",
        "logging.root",
        "logging.getLogger()",
        "logging.Logger()",
        "logging.LoggerAdapter()",
        "celery.utils.log.get_task_logger()",
        "celery.utils.log.get_logger()",
        "multiprocessing.get_logger()",
        "billiard.get_logger()",
    }
)
"""Loggers whose text is put together with `%` from the arguments after it."""

PLAIN_KEYWORDS = frozenset({"msg", "exc_info", "extra", "stack_info", "stacklevel", None})
"""What may be given to such a logger by name; None for `**`."""

KEYWORD_LOGGERS = frozenset(
    {
        "loguru.logger",
        *(
            f"{home}.{name}()"
            for home in ("structlog", "structlog.stdlib", "structlog.twisted")
            for name in ("get_logger", "getLogger", "wrap_logger")
        ),
    }
)
"""Loggers that take values by name, `logger.info("sent", order=order)`."""

LOGGER_MAKING = frozenset(".bind() .unbind() .try_unbind() .new() .opt() .patch() .getChild()".split())
"""Methods of a logger that give another."""

TASK_LOGGERS = frozenset({"celery.utils.log.get_task_logger"})
MODULE_LOGGERS = frozenset({"logging.getLogger"})

ERROR_METHODS = frozenset({"error", "critical", "fatal", "aerror", "acritical", "afatal"})
EXCEPTION_METHODS = frozenset({"exception", "aexception"})
"""Methods that write the traceback of the exception that is handled."""

PLAIN_METHODS = frozenset("trace debug info success warn warning msg notice".split())
LOG_METHODS = frozenset(
    {
        *PLAIN_METHODS,
        *ERROR_METHODS,
        *EXCEPTION_METHODS,
        *(f"a{name}" for name in ("debug", "info", "warning")),
        "log",
    }
)
"""Methods that write a line; `log` takes the level before the text."""

DETAIL_METHODS = frozenset({"trace", "debug", "adebug"})
"""Methods whose lines are left out in production."""
