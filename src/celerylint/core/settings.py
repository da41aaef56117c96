"""The settings of a project: `[tool.celerylint]` as one immutable value.

A named tuple and not a dataclass: `dataclasses` alone would double the start-up of the flake8 plugin. The string under
a field is its documentation; `tools/docs.py` makes the settings page of it. A *word* is a dotted or a bare name, `*`
allowed at its start or end; a bare word matches the last part of a dotted name.
"""

# Annotations are no texts here: of each text of a field a named tuple would make an object that compiles it.
from functools import lru_cache
from typing import Literal, NamedTuple

Words = tuple[str, ...]
NEWEST_CELERY = (5, 7)


class SettingsError(Exception):
    """A setting, selector or option that cannot be honoured; the text is one line for the user."""


class Settings(NamedTuple):
    """What a project says of itself and of what it wants to hear."""

    select: Words | None = None
    """Rules that are on instead of the profile: codes, prefixes or names. `CEL` means the profile; a prefix of four or
    more characters includes opt-in rules.
    Example: `select = ["CEL", "CEL202"]`"""
    extend_select: Words = ()
    """Rules that are on besides the profile.
    Example: `extend-select = ["retry-not-raised"]`"""
    ignore: Words = ()
    """Rules that are off. The longer prefix wins; at equal length `ignore` wins.
    Example: `ignore = ["CEL302"]`"""
    profile: Literal["recommended", "strict", "all"] = "recommended"
    """What is on by default: `recommended`, `strict` (notes too) or `all`.
    Example: `profile = "strict"`"""
    conventions: Words = ()
    """Convention packs to switch on: `service-tasks`, `single-instance-tasks`, `task-definition`, `async-runner`,
    `queue-operations`. A pack adds the words of its house to those settings that the project does not set. Packs whose
    rules contradict each other are refused until one of the two rules is ignored.
    Example: `conventions = ["async-runner"]`"""
    exclude: Words = ()
    """Globs of files and folders that the command line leaves out, relative to the settings file.
    Example: `exclude = ["legacy/*", "*_pb2.py"]`"""
    per_file_ignores: tuple[tuple[str, Words], ...] = ()
    """Rules that are off in files that match a glob, for the command line and pylint (flake8 has its own).
    Example: `per-file-ignores = { "scripts/*" = ["CEL301"] }`"""
    require_reason: bool = False
    """Whether a comment that suppresses one of our rules has to say why: `# noqa: CEL201  the app binds it`. Judged by
    the command line.
    Example: `require-reason = true`"""
    extend: str | None = None
    """The settings file that this one builds on, by its path from this one. What both set is taken from here, whole,
    but for `extend-select` and `ignore`, which add up, unless `select` is set here and so begins anew. What this file
    says of a rule outweighs what it inherits. Globs stay relative to the file that they are written in.
    Example: `extend = "../pyproject.toml"`"""
    target_celery: tuple[int, int] = NEWEST_CELERY
    """The oldest Celery that the code must run on. Default: the lower bound in `[project] dependencies` of the same
    file, else the newest that celerylint knows.
    Example: `target-celery = "5.4"`"""
    worker_pool: Literal["prefork", "threads", "solo", "gevent", "eventlet"] | None = None
    """The pool that the workers run with, where it is known. Soft time limits act only on prefork; an event loop is
    refused on gevent.
    Example: `worker-pool = "gevent"`"""
    task_decorators: Words = ()
    """The project's own decorators that make a function a task, when they come from a module that cannot be seen.
    Example: `task-decorators = ["high_priority_task", "app.tasks.retrying*"]`"""
    task_bases: Words = ()
    """The project's own base classes of class-based tasks, when they come from a module that cannot be seen.
    Example: `task-bases = ["BaseCodecovTask"]`"""
    own_task_class: bool = False
    """Whether the app has a task class of the project's own (`Celery(task_cls=...)`, `app.Task = ...`) that other files
    do not show: it may await coroutines, send after the commit, or take other arguments.
    Example: `own-task-class = true`"""
    task_modules: Words = ("tasks",)
    """Modules whose names are tasks: what is imported from one, and dispatched, is a task of another file. A word is a
    part of the module's path; by default the module that Celery's `autodiscover_tasks` looks for.
    Example: `task-modules = ["tasks", "jobs", "*_tasks"]`"""
    queues: Words = ()
    """The queues that workers consume. A task sent to another is reported; while the list is empty, none is.
    Example: `queues = ["celery", "emails", "reports-*"]`"""
    external_tasks: Words = ()
    """Names of tasks that other services register, to which this project sends.
    Example: `external-tasks = ["billing.*", "thumbnails.make"]`"""
    scheduler_helpers: Words = ("_sync_scheduled_task",)
    """Functions that put a task into the schedule by its name, given as `task_name=` or `task=`.
    Example: `scheduler-helpers = ["_sync_scheduled_task", "register_job"]`"""
    session_factories: Words = (
        "SessionLocal",
        "*SessionLocal",
        "session_maker",
        "*_session_maker",
        "*_sessionmaker",
        "create_task_session_maker",
    )
    """Callables that open a SQLAlchemy session; one whose result is unpacked gives `(maker, engine)`.
    Example: `session-factories = ["open_session"]`"""
    session_generators: Words = ("get_db",)
    """Generators that yield a session, opened with `next(...)`.
    Example: `session-generators = ["get_db", "session_scope"]`"""
    scoped_sessions: Words = ("db.session",)
    """Sessions that are always there: a scoped registry used like a session.
    Example: `scoped-sessions = ["db.session", "app.database.db_session"]`"""
    async_runners: Words = ("run_async", "_run_async", "async_to_sync")
    """Functions that run a coroutine for a task: the places where an event loop may be started.
    Example: `async-runners = ["run_async_celery_task"]`"""
    lock_decorators: Words = ("single_instance",)
    """Decorators of the project that let one run of a task in at a time.
    Example: `lock-decorators = ["single_instance", "exclusive*"]`"""
    loggers: Words = ("logger", "log", "*_logger", "getLogger")
    """Loggers, and functions that give one, when they come from a module that cannot be seen.
    Example: `loggers = ["logger", "audit_log", "get_logger"]`"""
    metric_calls: Words = ("observe_job",)
    """Functions that measure one run of a task, called as `observe_job(name, status, seconds)`.
    Example: `metric-calls = ["observe_job", "metrics.record_run"]`"""
    repositories: Words = ("*Repository", "*Repo")
    """Classes whose instances read the database: `repo.find_by_id(x)`, `repo.get_...(x)`.
    Example: `repositories = ["*Repository", "*Dao"]`"""
    task_name_pattern: str = "{module}.{function}"
    """What the names of tasks look like. `{module}` stands for the dotted path of the module, `{function}` for the name
    of the function, `*` for anything; the rest is meant as it is written.
    Example: `task-name-pattern = "billing.{function}"`"""
    required_task_options: tuple[tuple[str, Words], ...] = ()
    """Options that each task of a file must be given, by a glob that the path of the file, or its end, matches.
    Example: `required-task-options = { "migrations/tasks/*.py" = ["queue"], "*.py" = ["time_limit"] }`"""
    service_packages: Words = ("services",)
    """Packages whose modules do the work for the tasks. A word is a part of the path of an imported module.
    Example: `service-packages = ["services", "use_cases"]`"""
    max_task_queries: int = 3
    """How many queries a task may make by itself, before it is said to do the work of a service.
    Example: `max-task-queries = 0`"""
    breaker_decorators: Words = ("circuit_breaker", "circuitbreaker.circuit")
    """Decorators that stop calling a service that keeps failing.
    Example: `breaker-decorators = ["circuit_breaker", "guarded_by*"]`"""


def matches_word(name: str, word: str) -> bool:
    """Whether a dotted name is the one that a settings word means.

    >>> matches_word("app.db.SessionLocal", "SessionLocal"), matches_word("app.db.session", "db.session")
    (True, True)
    >>> matches_word("app.db.TenantSessionLocal", "*SessionLocal"), matches_word("requests.Session", "SessionLocal")
    (True, False)

    A star stands for something: `*Repository` is any class of that kind, and not git's own `Repository`.
    """
    if word == "*":
        return True
    if word.startswith("*"):
        start = name.removesuffix(word[1:])
        return start != name and bool(start) and start[-1] != "."
    if word.endswith("*"):
        stem = word[:-1]
        return name.startswith(stem) or f".{stem}" in name
    return name == word or name.endswith(f".{word}")


@lru_cache(maxsize=4096)
def matches_any(name: str, words: Words) -> bool:
    """Whether a dotted name is one of the settings words."""
    return any(matches_word(name, word) for word in words)
