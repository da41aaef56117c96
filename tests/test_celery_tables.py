"""The tables about Celery, SQLAlchemy and others, held against the installed libraries.

What is asked of every Celery stands in test_celery_versions.py.
"""

from __future__ import annotations

import builtins
import importlib
import inspect
import multiprocessing.pool
import re
import sys
import types
from pathlib import Path

import amqp
import celery
import celery.states
import hypothesis
import kombu
import pytest
import sqlalchemy.orm
from celery.app.backends import BACKEND_ALIASES
from celery.app.task import Task
from celery.canvas import Signature
from celery.result import AsyncResult, GroupResult, ResultSet
from celery.schedules import crontab
from celery.utils.time import rate
from hypothesis import example, given
from hypothesis import strategies as st
from kombu.serialization import registry

from celerylint.celery import (
    backends,
    blocking,
    calls,
    databases,
    effects,
    exceptions,
    http,
    names,
    options,
    payloads,
    schedules,
    serialisation,
    settings,
    states,
)
from celerylint.celery.removed import REMOVED, RENAMED
from celerylint.core.settings import NEWEST_CELERY, Settings
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.rate_limit import RateLimit
from celerylint.syntax.source import Source, parse
from tools.celery_probe import resolved

OWN_ATTRIBUTES = {name for name in vars(Task) if not name.startswith("_")}
CONFIGURED = {name for name, _ in Task.from_config}


def parameters(function: object) -> set[str]:
    assert callable(function)
    return set(inspect.signature(function).parameters)


def test_the_newest_celery_is_the_installed_one() -> None:
    assert celery.__version__.startswith(".".join(map(str, NEWEST_CELERY)) + ".")


# --- options


def test_the_task_api_is_there() -> None:
    assert options.TASK_API <= OWN_ATTRIBUTES | CONFIGURED


def test_the_defaults_of_retries() -> None:
    assert Task.max_retries == options.MAX_RETRIES
    assert Task.default_retry_delay == options.DEFAULT_RETRY_DELAY


def test_plain_exceptions_are_pickled_as_their_class_and_args() -> None:
    for name in exceptions.PLAIN_EXCEPTIONS:
        kind = getattr(builtins, name.removeprefix("builtins."))
        assert kind.__reduce__ is BaseException.__reduce__


def test_execution_options_are_taken_by_apply_async() -> None:
    """By itself, by `send_task`, by what its docstring lists, or by the producer that gets the rest."""
    taken = parameters(Task.apply_async) | parameters(celery.Celery.send_task)
    documented = set(re.findall(r"^ +(\w+) \(", inspect.getdoc(Task.apply_async) or "", re.MULTILINE))
    published = options.PUBLISH_OPTIONS | options.TASK_ATTRIBUTES | {"retry", "retry_policy", "headers"}
    assert options.EXECUTION_OPTIONS - taken - documented - published == set()
    internal = {"args", "kwargs", "producer", "connection", "router", "add_to_parent", "publisher", "reply_to"}
    assert documented - internal - options.EXECUTION_OPTIONS == set()


def test_an_alias_is_no_option_and_what_it_stands_for_is_one() -> None:
    assert options.TASK_OPTIONS.isdisjoint(options.OPTION_ALIASES)
    assert options.TASK_OPTIONS.isdisjoint(options.ELSEWHERE_OPTIONS)
    assert set(options.OPTION_ALIASES).isdisjoint(options.ELSEWHERE_OPTIONS)
    assert set(options.OPTION_ALIASES.values()) <= options.TASK_OPTIONS


def test_options_that_are_new_or_only_celerys_are_options() -> None:
    assert set(options.SINCE) <= options.TASK_OPTIONS
    assert options.ONLY_CELERY_OPTIONS <= options.TASK_OPTIONS
    assert all(since <= NEWEST_CELERY for since in options.SINCE.values())


def test_options_of_calls_belong_to_apply_async() -> None:
    calls = {name for name, owner in options.ELSEWHERE_OPTIONS.items() if owner == "apply_async"}
    assert calls <= options.EXECUTION_OPTIONS
    policy = {name for name, owner in options.ELSEWHERE_OPTIONS.items() if owner == "the retry_policy of apply_async"}
    assert policy <= set(celery.Celery().conf.task_publish_retry_policy)


def test_options_of_a_kind_are_options() -> None:
    assert set(options.REFUSED_VALUES) <= options.TASK_OPTIONS
    assert set(options.HOOK_PARAMETERS) == options.TASK_HOOKS - {"on_bound"}
    assert options.SIGNATURE_OPTIONS <= options.TASK_OPTIONS


# --- calls


def test_methods_of_signatures_are_there() -> None:
    assert all(hasattr(Signature, name) for name in calls.KEEPING)


def test_options_of_calls_are_known() -> None:
    assert options.EXECUTION_OPTIONS <= calls.CALL_OPTIONS
    assert set(calls.CALL_OPTION_ALIASES.values()) <= calls.CALL_OPTIONS
    assert calls.CALL_OPTIONS.isdisjoint(calls.CALL_OPTION_ALIASES)


def test_a_pool_takes_none_of_celerys_own_options() -> None:
    assert parameters(multiprocessing.pool.Pool.apply_async).isdisjoint(calls.ONLY_CELERY_CALL_OPTIONS)


def test_the_visibility_timeout_of_redis() -> None:
    redis = pytest.importorskip("kombu.transport.redis")
    assert calls.VISIBILITY_TIMEOUTS["redis"] == redis.Channel.visibility_timeout


# --- names


def test_functions_of_asyncio_are_there() -> None:
    spelt = names.COROUTINE_FUNCTIONS | names.EVENT_LOOPS | names.CONCURRENT_RUNNERS | names.TASK_MAKERS
    spelt |= names.EVENT_LOOP_RUNNERS | names.ASYNC_LOCKS
    spelt |= names.TASK_GROUPS if sys.version_info >= (3, 11) else frozenset()
    assert all(callable(resolved(name)) for name in spelt if name.startswith("asyncio."))
    assert all(inspect.iscoroutinefunction(resolved(name)) for name in names.COROUTINE_FUNCTIONS)
    assert set(names.PLAIN_FUNCTIONS) <= names.COROUTINE_FUNCTIONS
    assert all(callable(resolved(name)) for name in names.PLAIN_FUNCTIONS.values())


@pytest.mark.parametrize(
    "table", ["APP_CLASSES", "SHARED_TASK", "TASK_CLASSES", "CRONTAB", "SOFT_TIME_LIMIT", "SIGNAL_CLASSES"]
)
def test_all_spellings_mean_one_thing(table: str) -> None:
    assert len({id(resolved(name)) for name in getattr(names, table)}) == 1


def needs_greenlet() -> None:
    pytest.importorskip("greenlet", reason="sqlalchemy.ext.asyncio needs greenlet")


def database_names() -> list[str]:
    tables = (
        databases.SESSION_CLASSES,
        databases.SESSION_MAKERS,
        databases.SCOPED_SESSIONS,
        databases.ENGINE_FACTORIES,
        databases.ENGINE_CLASSES,
        databases.READ_STATEMENTS,
        databases.TEXT_STATEMENTS,
        databases.ASYNC_SESSION_CLASSES,
        databases.ASYNC_SESSION_MAKERS,
        databases.ASYNC_SCOPED_SESSIONS,
        databases.ASYNC_CONNECTION_CLASSES,
        databases.ASYNC_ENGINE_CLASSES,
        databases.ASYNC_ENGINE_FACTORIES,
    )
    return sorted(name for name in frozenset().union(*tables) if not name.startswith("sqlmodel."))


@pytest.mark.parametrize("name", database_names())
def test_a_name_of_sqlalchemy_can_be_imported(name: str) -> None:
    if ".asyncio." in name:
        needs_greenlet()
    assert callable(resolved(name))


def test_database_errors_are_where_the_table_says() -> None:
    for module in databases.DATABASE_ERROR_MODULES:
        assert module.endswith(".")
        assert any(inspect.isclass(each) for each in vars(importlib.import_module(module[:-1])).values())


OTHER_NAMES = names.PROCESS_STARTERS | names.WRAPS | names.FUNCTION_DECORATORS | blocking.BLOCKING_FUNCTIONS.keys()


@pytest.mark.parametrize("name", sorted(OTHER_NAMES))
def test_a_name_of_another_library_can_be_imported(name: str) -> None:
    pytest.importorskip(name.partition(".")[0])
    assert callable(resolved(name))


@pytest.mark.parametrize("name", sorted([*effects.EFFECTS, *payloads.WHOLE_BY_CALL]))
def test_a_method_of_another_library_is_there(name: str) -> None:
    pytest.importorskip(name.partition(".")[0])
    maker, _, method = name.rpartition("().")
    if "()" in maker or not maker:  # a method of what a method gives; a function
        assert callable(resolved((maker or name).partition("()")[0]))
    elif inspect.isclass(resolved(maker)):
        owner = resolved(maker)
        assert hasattr(owner, method) or hasattr(owner, "__getattr__")


# --- methods


def is_of_a_session(name: str) -> bool:
    """Whether Session or AsyncSession has an attribute."""
    if hasattr(sqlalchemy.orm.Session, name):
        return True
    needs_greenlet()
    return hasattr(resolved("sqlalchemy.ext.asyncio.AsyncSession"), name)


@pytest.mark.parametrize("name", sorted(databases.FETCHES - {"exec", "scalar_one", "scalar_one_or_none"}))
def test_a_fetch_is_a_method_of_a_session(name: str) -> None:
    """`exec` is SQLModel's; `scalar_one` and its like are methods of the result, which some wrappers offer."""
    assert is_of_a_session(name)


@pytest.mark.parametrize("name", ["scalar_one", "scalar_one_or_none"])
def test_other_fetches_are_methods_of_results(name: str) -> None:
    assert callable(getattr(sqlalchemy.Result, name))


@pytest.mark.parametrize("name", sorted(databases.PENDING_METHODS))
def test_what_speaks_to_no_database_is_there(name: str) -> None:
    assert is_of_a_session(name)


def test_no_method_both_asks_and_does_not() -> None:
    assert databases.FETCHES.isdisjoint(databases.PENDING_METHODS)
    assert databases.DJANGO_FETCHES.isdisjoint(databases.DJANGO_BUILDERS)
    reads = databases.FETCHES | databases.QUERY_FETCHES | databases.DJANGO_FETCHES
    assert reads.isdisjoint(databases.WRITES | databases.LOCKS)


@pytest.mark.parametrize("kind", databases.AWAITED_METHODS)
def test_awaited_methods_are_the_coroutine_methods_of_async_objects(kind: str) -> None:
    """An older SQLAlchemy may lack some; there is none that is no coroutine."""
    needs_greenlet()
    members = inspect.getmembers(resolved(f"sqlalchemy.ext.asyncio.Async{kind.title()}"))
    methods = {name: inspect.iscoroutinefunction(value) for name, value in members if not name.startswith("_")}
    assert {name for name, is_awaited in methods.items() if is_awaited} <= databases.AWAITED_METHODS[kind]
    assert all(methods.get(name, True) for name in databases.AWAITED_METHODS[kind])


FLASK = {"one_or_404", "first_or_404", "get_or_404", "paginate"}


@pytest.mark.parametrize("name", sorted(databases.QUERY_FETCHES - FLASK - {"scalar_one", "scalar_one_or_none"}))
def test_a_query_fetch_is_a_method_of_a_query(name: str) -> None:
    """The others are Flask-SQLAlchemy's."""
    assert callable(getattr(sqlalchemy.orm.Query, name))


def test_locks_are_methods_of_a_query() -> None:
    assert callable(sqlalchemy.orm.Query.with_for_update)
    assert "with_for_update" in databases.LOCKS


# --- http


def http_names() -> list[str]:
    tables = (http.REQUESTS_FUNCTIONS, http.REQUESTS_SESSIONS, http.REQUESTS_ADAPTERS, http.URLLIB3_FUNCTIONS)
    others = (http.URLLIB3_POOLS, http.URLOPEN, http.HTTPX_FUNCTIONS, http.HTTPX_CLIENTS, http.ASYNC_SESSIONS)
    return sorted(frozenset().union(*tables, *others))


@pytest.mark.parametrize("name", http_names())
def test_a_name_of_an_http_library_can_be_imported(name: str) -> None:
    pytest.importorskip(name.partition(".")[0])
    assert callable(resolved(name))


@pytest.mark.parametrize(
    ("owner", "methods"),
    [
        ("requests.Session", http.REQUESTS_SESSION_METHODS),
        ("urllib3.PoolManager", http.URLLIB3_POOL_METHODS),
        ("httpx.Client", http.HTTPX_METHODS),
    ],
)
def test_methods_of_http_sessions_are_there(owner: str, methods: frozenset[str]) -> None:
    pytest.importorskip(owner.partition(".")[0])
    assert all(callable(getattr(resolved(owner), name)) for name in methods)


def test_what_sets_up_a_session_is_an_attribute_of_one() -> None:
    pytest.importorskip("aiohttp")
    pytest.importorskip("httpx")
    there = {*dir(resolved("aiohttp.ClientSession")), *dir(resolved("httpx.Client"))}
    assert there >= http.SETUP_ATTRIBUTES


def test_the_timeout_of_urlopen_stands_where_the_table_says() -> None:
    (name,) = http.URLOPEN
    assert list(inspect.signature(resolved(name)).parameters)[http.URLOPEN_TIMEOUT] == "timeout"


# --- settings


def test_serializers_are_those_that_kombu_registers() -> None:
    known = {name: serialisation.SERIALIZERS[name] for name in registry.name_to_type}
    assert known == registry.name_to_type
    assert set(serialisation.SERIALIZERS) - set(known) == {"auth"}  # registered by `app.setup_security()`


def test_boolean_options_are_options_of_a_task() -> None:
    assert options.BOOLEAN_OPTIONS <= options.TASK_OPTIONS
    own = {name: getattr(celery.Task, name, None) for name in options.BOOLEAN_OPTIONS}
    assert {type(value) for value in own.values()} <= {bool, type(None), types.MethodType}


def test_settings_with_other_values_are_booleans() -> None:
    booleans = {row[0] for row in settings.SETTINGS if row[1] == "bool"}
    assert {"broker_use_ssl"} <= settings.BOOLEAN_EXCEPTIONS & booleans


def test_what_is_no_setting_is_none() -> None:
    known = {row[0] for row in settings.SETTINGS}
    assert known.isdisjoint(settings.NO_SETTINGS)
    assert known.isdisjoint(settings.UNDECLARED)


@pytest.mark.parametrize("option", sorted(settings.TRANSPORT_OPTIONS))
def test_transport_options_are_read_by_kombu_or_what_it_uses(option: str) -> None:
    assert re.search(rf"\b{option}\b", TRANSPORTS), option


def test_newer_settings_are_settings() -> None:
    assert set(settings.SETTINGS_SINCE) <= {row[0] for row in settings.SETTINGS}
    assert all((5, 2) < since <= NEWEST_CELERY for since in settings.SETTINGS_SINCE.values())


def test_parameters_of_the_app_set_settings() -> None:
    conf = celery.Celery(**dict.fromkeys(settings.APP_KEYWORDS, "given")).conf
    assert {conf[name] for name in settings.APP_KEYWORDS.values()} == {"given"}


# --- results


def test_waiting_and_asking_are_done_by_results() -> None:
    own = {name for kind in (AsyncResult, ResultSet, GroupResult) for name in dir(kind)}
    assert own >= calls.WAITING | calls.ASKING
    for name in calls.WAITING - {"collect"}:
        method = getattr(AsyncResult, name, None) or getattr(ResultSet, name)
        assert list(inspect.signature(method).parameters)[1] == "timeout"


def test_backends_of_one_process_are_backends() -> None:
    assert {"rpc", "cache"} <= set(BACKEND_ALIASES)
    assert calls.OWN_PROCESS_BACKENDS == ("rpc", "cache+memory")


# --- serialisation


@pytest.mark.parametrize("name", sorted(serialisation.REFUSED_CLASSES))
def test_a_refused_class_is_one(name: str) -> None:
    root = name.partition(".")[0]
    pytest.importorskip(root)
    if root != "django":  # which wants to be configured first
        assert callable(resolved(name.removesuffix("()")))


def test_methods_of_sets_and_dicts_are_there() -> None:
    assert all(callable(getattr({1}, name)) for name in serialisation.SET_METHODS)
    assert all(callable(getattr({}, name)) for name in serialisation.VIEWS)


def test_what_names_a_serializer_is_a_setting() -> None:
    assert {row[0] for row in settings.SETTINGS} >= serialisation.SERIALIZER_SETTINGS


# --- result backends


def test_backends_are_those_of_celery() -> None:
    known = importlib.import_module("celery.app.backends").BACKEND_ALIASES
    assert set(known) >= backends.WAITING_FOR_RESULTS | backends.NO_CHORDS - {""}


# --- states


def test_what_is_under_way_is_not_ready() -> None:
    assert not states.UNDER_WAY & celery.states.READY_STATES


# --- schedules


def test_every_field_has_the_range_of_celerys() -> None:
    every = crontab()
    for name, (first, last) in schedules.CRONTAB_RANGES.items():
        assert getattr(every, name) == set(range(first, last + 1))
    assert len(every.minute) == schedules.MINUTES_AN_HOUR
    assert tuple(schedules.CRONTAB_RANGES) == schedules.CRONTAB_FIELDS
    assert set(schedules.CRONTAB_ALIASES.values()) <= set(schedules.CRONTAB_FIELDS)


def test_names_and_days_of_months_are_those_of_celery() -> None:
    assert schedules.WEEKDAYS == celery.utils.time.WEEKDAYS
    assert schedules.MONTHS == celery.utils.time.YEARMONTHS
    assert tuple(celery.schedules.CRON_DAYS_IN_MONTH.values()) == schedules.DAYS_OF_MONTHS


def test_a_cron_line_has_its_fields_in_their_order() -> None:
    read = crontab.from_string("1 2 3 4 5")
    assert [getattr(read, name) for name in schedules.CRON_LINE_FIELDS] == [{1}, {2}, {3}, {4}, {5}]


def module_of(text: str) -> Module:
    return Module(Source("tasks.py", text, parse(text)), Settings())


def numbers_of(spec: object, field: str = "hour") -> set[int] | None:
    """The numbers that we take a field for, None if we say that Celery refuses it."""
    text = f"from celery.schedules import crontab\n\nNIGHTLY = crontab({field}={spec!r})\n"
    (found,) = module_of(text).all(Crontab)
    (given,) = found.fields
    assert (given.numbers is None) == (given.fault is not None)
    return None if given.numbers is None else set(given.numbers)


def numbers_in_celery(spec: object, field: str = "hour") -> set[int] | None:
    """The numbers that Celery expands a field to, None if it refuses the field."""
    first, last = schedules.CRONTAB_RANGES[field]
    try:
        return set(crontab._expand_cronspec(spec, last - first + 1, first))
    except Exception:
        return None


TRANSPORTS = (
    "".join(
        path.read_text()
        for folder in (Path(str(kombu.__file__)).parent, Path(str(amqp.__file__)).parent)
        for path in [*folder.glob("transport/**/*.py"), *folder.glob("*.py")]
    )
    + Path(str(celery.__file__)).with_name("backends").joinpath("redis.py").read_text()
)
EXAMPLES = hypothesis.settings(deadline=None, derandomize=True, max_examples=300)
NUMBERS = st.integers(0, 23).map(str)
RANGES = st.builds("{}-{}".format, NUMBERS, NUMBERS)
STEPS = st.builds("{}/{}".format, st.one_of(RANGES, st.just("*")), st.integers(1, 30))
PARTS = st.one_of(NUMBERS, RANGES, STEPS, st.just("*"))


FIELDS = st.sampled_from(schedules.CRONTAB_FIELDS)


@EXAMPLES
@given(st.lists(PARTS, min_size=1, max_size=4).map(",".join))
@example("*/4")
@example("22-2")
@example("22-3/2")
@example("8-17/3,20,0")
def test_hours_are_expanded_as_celery_does(spec: str) -> None:
    assert numbers_in_celery(spec) is not None
    assert numbers_of(spec) == numbers_in_celery(spec)


@EXAMPLES
@given(
    st.one_of(st.integers(0, 31), st.sets(st.integers(0, 31), min_size=1), st.lists(st.integers(-1, 60), max_size=3)),
    FIELDS,
)
@example(None, "hour")
@example(4.0, "hour")
@example(["8"], "hour")
@example(True, "hour")
def test_fields_given_as_numbers_are_expanded_as_celery_does(spec: object, field: str) -> None:
    assert numbers_of(spec, field) == numbers_in_celery(spec, field)


@EXAMPLES
@given(
    st.one_of(st.text("0123456789*/-, ", max_size=8), st.text("0159*/-,?L_ monfrijaSUN", max_size=8), st.text()), FIELDS
)
@example("25", "hour")
@example("5/2", "hour")
@example("*/-1", "hour")
@example("1 - 5", "hour")
@example("5-", "hour")
@example("1-5/", "hour")
@example("*/0", "hour")
@example("", "hour")
@example("*/15 ", "minute")
@example("* ", "minute")
@example("0, */4", "hour")
@example("*/5-10", "minute")
@example("1-5-9", "minute")
@example("mon", "minute")
@example("mar", "day_of_week")
@example("fri-mon", "day_of_week")
@example("-0", "hour")
@example("0 7 * * *", "minute")
def test_any_text_is_read_as_celery_does(spec: str, field: str) -> None:
    assert numbers_of(spec, field) == numbers_in_celery(spec, field)


def rate_limit(value: object) -> RateLimit:
    text = f"from celery import Celery\n\napp = Celery()\n\n\n@app.task(rate_limit={value!r})\ndef send():\n    pass\n"
    found = module_of(text).all(RateLimit)
    assert len(found) == 1
    return found[0]


def agrees(value: str | float | None) -> bool:
    """Whether Celery reads a rate limit just when we find no fault in it, or only that it is negative."""
    limit = rate_limit(value)
    try:
        read: float = rate(value)
    except (KeyError, ValueError):
        return limit.fault is not None and not limit.is_negative
    return (limit.fault is not None) == limit.is_negative == (read < 0)


AMOUNTS = st.one_of(
    st.integers(-99, 9999).map(str), st.decimals(-99, 999, places=2).map(str), st.sampled_from(["", "1e2", "ten", "∞"])
)
UNITS = st.one_of(st.sampled_from(["", "s", "m", "h", "d", "min", "sec", "hour", "M", " m", "m "]), st.text(max_size=3))


@EXAMPLES
@given(st.builds("{}/{}".format, AMOUNTS, UNITS))
@example("100/m")
@example("125/d")
@example("10/m/s")
@example("5/")
def test_amounts_and_units_are_judged_as_celery_reads_them(value: str) -> None:
    assert agrees(value)


@EXAMPLES
@given(st.one_of(st.text(max_size=6), st.text("0123456789.e-+_/ smh", max_size=8)))
def test_any_text_is_judged_as_celery_reads_it(value: str) -> None:
    assert agrees(value)


@EXAMPLES
@given(st.one_of(st.none(), st.integers(-9, 99), st.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_are_judged_as_celery_reads_them(value: float | None) -> None:
    assert agrees(value)


@EXAMPLES
@given(st.floats(-1000, -0.01).map(str))
def test_a_negative_rate_limit_is_a_fault(value: str) -> None:
    assert rate(value) < 0
    assert rate_limit(value).is_negative


@pytest.mark.parametrize("name", sorted(set(RENAMED.values())))
def test_what_is_named_instead_is_there(name: str) -> None:
    module, _, last = name.rpartition(".")
    found = getattr(importlib.import_module(module), last, None)
    assert found is not None or importlib.import_module(name)


def test_only_what_is_gone_has_another_name() -> None:
    for name in RENAMED:
        assert any(name == gone or name.startswith(f"{gone}.") for gone in REMOVED), name
