"""The tables about Celery and SQLAlchemy, held against the installed libraries."""

from __future__ import annotations

import importlib
import inspect
import json
import multiprocessing.pool
import os
import re
import sys
import types
from datetime import timedelta
from functools import reduce
from pathlib import Path

import amqp
import celery
import celery.app.defaults
import celery.states
import hypothesis
import kombu
import pytest
import sqlalchemy.orm
from celery.app import autoretry
from celery.app.amqp import AMQP
from celery.app.backends import BACKEND_ALIASES
from celery.app.control import Inspect
from celery.app.task import Task
from celery.canvas import Signature
from celery.contrib.django.task import DjangoTask
from celery.result import AsyncResult, GroupResult, ResultSet
from celery.schedules import crontab
from celery.utils.time import RATE_MODIFIER_MAP, rate
from hypothesis import example, given
from hypothesis import strategies as st
from kombu.messaging import Producer
from kombu.serialization import registry
from kombu.utils.json import JSONEncoder

from celerylint.celery import (
    backends,
    calls,
    databases,
    exceptions,
    http,
    names,
    options,
    removed,
    schedules,
    serialisation,
    settings,
    states,
)
from celerylint.core.settings import NEWEST_CELERY, Settings
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.rate_limit import RateLimit
from celerylint.syntax.source import Source, parse

OWN_ATTRIBUTES = {name for name in vars(Task) if not name.startswith("_")}
CONFIGURED = {name for name, _ in Task.from_config}
METHODS = {name for name, value in vars(Task).items() if name in OWN_ATTRIBUTES and inspect.isroutine(value)}


def parameters(function: object) -> set[str]:
    assert callable(function)
    return set(inspect.signature(function).parameters)


def strings(function: object) -> set[str]:
    """The string literals in a function's source."""
    assert callable(function)
    return {each[1:-1] for each in re.findall(r"'\w+'|\"\w+\"", inspect.getsource(function))}


def resolved(name: str) -> object:
    """What a qualified name means."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        return reduce(getattr, parts[count:], module)
    raise ModuleNotFoundError(name)


def test_the_newest_celery_is_the_installed_one() -> None:
    assert celery.__version__.startswith(".".join(map(str, NEWEST_CELERY)) + ".")


# --- options


def test_factory_options_are_what_app_task_reads() -> None:
    inner = re.search(r"def inner_create_task_cls\((.*?), \*\*opts\)", inspect.getsource(celery.Celery.task))
    assert inner
    lazily = set(re.findall(r"(\w+)=", inner[1]))
    made = parameters(celery.Celery._task_from_fun) - {"self", "fun", "options"}
    assert made | lazily == options.FACTORY_OPTIONS


def test_task_attributes_are_those_that_configure_a_task() -> None:
    """Everything public on Task is an option, a method, its name, or its state; some options come from settings."""
    state = {"name", "request_stack", "from_config", "app", "request", "MaxRetriesExceededError", "OperationalError"}
    assert (OWN_ATTRIBUTES - METHODS - state) | CONFIGURED == options.TASK_ATTRIBUTES


def test_task_hooks_and_methods_are_methods_of_task() -> None:
    """`on_bound` is a hook and a method at once."""
    others = {"app", "request", "request_stack", "from_config", "MaxRetriesExceededError", "OperationalError"}
    methods = METHODS | others
    hooks = {name for name in METHODS if name.startswith(("before_", "on_", "after_"))} | {"shadow_name"}
    assert hooks == options.TASK_HOOKS
    assert methods - (options.TASK_HOOKS - {"on_bound"}) == options.TASK_METHODS


def test_the_task_api_is_there() -> None:
    assert options.TASK_API <= OWN_ATTRIBUTES | CONFIGURED


def test_autoretry_options_are_those_that_autoretry_reads() -> None:
    assert set(re.findall(r"options\.get\(\s*'(\w+)'", inspect.getsource(autoretry))) == options.AUTORETRY_OPTIONS


def test_publish_options_are_read_off_the_task_without_being_its_attributes() -> None:
    extracted = re.search(r"extract_exec_options = mattrgetter\((.*?)\)", inspect.getsource(celery.app.task), re.DOTALL)
    assert extracted
    read = set(re.findall(r"'(\w+)'", extracted[1]))
    assert read - options.TASK_ATTRIBUTES - options.PUBLISH_OPTIONS == set()
    assert read - options.TASK_ATTRIBUTES <= options.PUBLISH_OPTIONS
    assert options.PUBLISH_OPTIONS.isdisjoint(OWN_ATTRIBUTES)


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


def test_hooks_take_what_the_table_says() -> None:
    for name, passed in options.HOOK_PARAMETERS.items():
        assert tuple(inspect.signature(getattr(Task, name)).parameters) == ("self", *passed)
    assert set(options.HOOK_PARAMETERS) == options.TASK_HOOKS - {"on_bound"}


def test_options_of_a_kind_are_options() -> None:
    assert set(options.REFUSED_VALUES) <= options.TASK_OPTIONS
    assert options.SIGNATURE_OPTIONS <= options.TASK_OPTIONS


# --- calls


def test_methods_of_tasks_and_signatures_are_there() -> None:
    senders = calls.SENDING - {"send_task"}
    assert all(hasattr(DjangoTask, name) for name in senders | calls.PASSING | calls.SIGNING | calls.OF_TASKS_ONLY)
    assert all(hasattr(Signature, name) for name in calls.KEEPING)


@pytest.mark.parametrize("method", sorted(calls.PARAMETERS))
def test_parameters_of_calls_are_in_their_order(method: str) -> None:
    functions = {"send_task": celery.Celery.send_task, "signature": Signature.__init__}
    spec = inspect.getfullargspec(functions.get(method) or getattr(Task, method))
    own = [name for name in spec.args if name not in ("self", "task")]
    assert tuple(own[: len(calls.PARAMETERS[method])]) == calls.PARAMETERS[method]


def test_options_of_calls_are_known() -> None:
    taken = parameters(Task.apply_async) | parameters(celery.Celery.send_task) | parameters(Task.apply)
    taken |= parameters(AMQP.as_task_v2) | parameters(Producer.publish)
    taken |= parameters(Task.retry) | parameters(Signature.__init__) | parameters(Signature.set)
    internal = {"self", "name", "body", "message", "task", "ex", "properties"}
    assert taken - internal - {"options"} <= calls.CALL_OPTIONS
    assert options.EXECUTION_OPTIONS <= calls.CALL_OPTIONS
    assert set(calls.CALL_OPTION_ALIASES.values()) <= calls.CALL_OPTIONS
    assert calls.CALL_OPTIONS.isdisjoint(calls.CALL_OPTION_ALIASES)


def test_a_pool_takes_none_of_celerys_own_options() -> None:
    assert parameters(multiprocessing.pool.Pool.apply_async).isdisjoint(calls.ONLY_CELERY_CALL_OPTIONS)


def test_the_visibility_timeout_of_redis() -> None:
    redis = pytest.importorskip("kombu.transport.redis")
    assert calls.VISIBILITY_TIMEOUTS["redis"] == redis.Channel.visibility_timeout


# --- names


def celery_names() -> list[str]:
    tables = (names.APP_CLASSES, names.CURRENT_APPS, names.SHARED_TASK, names.TASK_CLASSES, names.CURRENT_TASK)
    sent = (names.SIGNATURES, names.CANVASES, names.RESULTS, {names.EAGER_RESULT})
    return sorted(frozenset().union(*tables, *sent, names.CRONTAB, names.SOFT_TIME_LIMIT, names.EVENT_LOOP_RUNNERS))


@pytest.mark.parametrize("name", celery_names())
def test_a_name_of_celery_can_be_imported(name: str) -> None:
    assert resolved(name) is not None


def test_functions_of_asyncio_are_there() -> None:
    spelt = names.COROUTINE_FUNCTIONS | names.EVENT_LOOPS | names.CONCURRENT_RUNNERS | names.TASK_MAKERS
    spelt |= names.ASYNC_LOCKS | (names.TASK_GROUPS if sys.version_info >= (3, 11) else frozenset())
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


def exists(name: str) -> bool:
    try:
        return resolved(name) is not None
    except (AttributeError, ModuleNotFoundError):
        return False


def test_what_is_removed_is_not_there() -> None:
    assert [name for name in removed.REMOVED if exists(name)] == []
    assert [name for name in removed.REMOVED_FROM_TASK if hasattr(Task, name)] == []
    assert [name for name in removed.REMOVED_FROM_APP if hasattr(celery.Celery(), name)] == []


def successors() -> list[str]:
    tables = (removed.REMOVED, removed.REMOVED_FROM_TASK, removed.REMOVED_FROM_APP)
    texts = [text for table in tables for _, text in table.values()]
    return sorted({name for text in texts for name in re.findall(r"`((?:celery|kombu)\.[\w.]+)", text)})


@pytest.mark.parametrize("name", successors())
def test_what_takes_the_place_of_a_removed_name_is_there(name: str) -> None:
    assert exists(name)


@pytest.mark.parametrize("name", sorted(names.PROCESS_STARTERS | names.WRAPS | names.FUNCTION_DECORATORS))
def test_a_name_of_another_library_can_be_imported(name: str) -> None:
    pytest.importorskip(name.partition(".")[0])
    assert callable(resolved(name))


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
    assert list(inspect.signature(resolved(name)).parameters)[http.URLOPEN_TIMEOUT] == "timeout"  # type: ignore[arg-type]


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


def as_written(default: object) -> object:
    """A default as the table writes it."""
    if isinstance(default, timedelta):
        return default.total_seconds()
    return tuple(default.items()) if isinstance(default, dict) else default


def test_settings_are_those_of_celery() -> None:
    """Name, type, default, and the name that Celery 3 had."""
    flat = dict(celery.app.defaults.flatten(celery.app.defaults.NAMESPACES))
    types = {name: getattr(option.type, "__name__", option.type) for name, option in flat.items()}
    old = celery.app.defaults._TO_OLD_KEY
    rows = [(name, types[name], as_written(option.default), old[name]) for name, option in sorted(flat.items())]
    assert list(settings.SETTINGS) == rows


def test_newer_settings_are_settings() -> None:
    assert set(settings.SETTINGS_SINCE) <= {row[0] for row in settings.SETTINGS}
    assert all((5, 2) < since <= NEWEST_CELERY for since in settings.SETTINGS_SINCE.values())


def test_parameters_of_the_app_are_those_of_celery() -> None:
    taken = parameters(celery.Celery.__init__) - {"self", "kwargs"}
    assert taken == settings.APP_PARAMETERS | set(settings.APP_KEYWORDS)
    conf = celery.Celery(**dict.fromkeys(settings.APP_KEYWORDS, "given")).conf
    assert {conf[name] for name in settings.APP_KEYWORDS.values()} == {"given"}


# --- inspection


def test_inspections_are_the_methods_of_an_inspector() -> None:
    methods = {name for name, value in vars(Inspect).items() if not name.startswith("_") and callable(value)}
    assert methods == calls.INSPECTIONS


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

ARGUMENTS: dict[str, tuple[object, ...]] = {
    "builtins.memoryview": (b"",),
    "builtins.range": (1,),
    "builtins.map": (str, []),
    "builtins.filter": (None, []),
    "builtins.enumerate": ([],),
    "builtins.reversed": ([],),
    "builtins.iter": ([],),
    "builtins.open": (os.devnull,),
    "builtins.slice": (1,),
    "datetime.timezone": (timedelta(hours=1),),
    "zoneinfo.ZoneInfo": ("UTC",),
    "functools.partial": (print,),
    "ipaddress.ip_address": ("::1",),
    "ipaddress.ip_network": ("10.0.0.0/8",),
    "ipaddress.IPv4Address": ("10.0.0.1",),
    "ipaddress.IPv6Address": ("::1",),
    "re.compile": ("",),
    "types.MappingProxyType": ({},),
}


@pytest.mark.parametrize("name", sorted(serialisation.REFUSED_CALLS))
def test_what_a_refused_call_gives_is_refused_by_json(name: str) -> None:
    make = resolved(name)
    assert callable(make)
    if sys.platform == "win32" and name == "pathlib.PosixPath":
        pytest.skip("there is none on Windows")
    value = make(*ARGUMENTS.get(name, ()))
    with pytest.raises(TypeError, match="not JSON serializable"):
        json.dumps(value, cls=JSONEncoder)
    if name == "builtins.open":
        value.close()


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


# --- signals


def test_signals_are_those_of_celery() -> None:
    module = importlib.import_module("celery.signals")
    signal_class = resolved("celery.utils.dispatch.Signal")
    assert isinstance(signal_class, type)
    assert {name for name, value in vars(module).items() if isinstance(value, signal_class)} == names.SIGNALS
    app = celery.Celery()
    assert {name for name in dir(app) if isinstance(getattr(app, name, None), signal_class)} == names.APP_SIGNALS


# --- result backends


def test_backends_are_those_of_celery() -> None:
    known = importlib.import_module("celery.app.backends").BACKEND_ALIASES
    assert set(known) >= backends.WAITING_FOR_RESULTS | backends.NO_CHORDS - {""}


# --- states


def test_states_are_those_of_celery() -> None:
    own = {name for name, value in vars(celery.states).items() if name.isupper() and value == name}
    assert own == states.STATES
    assert celery.states.EXCEPTION_STATES == states.EXCEPTION_STATES
    assert not states.UNDER_WAY & celery.states.READY_STATES


def test_the_parameters_of_update_state_are_in_their_order() -> None:
    assert tuple(inspect.signature(Task.update_state).parameters)[1:4] == states.UPDATE_STATE_PARAMETERS


# --- schedules


def test_crontab_fields_are_the_parameters_of_crontab() -> None:
    taken = [name for name, each in inspect.signature(crontab).parameters.items() if each.kind is not each.VAR_KEYWORD]
    assert tuple(taken) == schedules.CRONTAB_FIELDS


def test_every_field_has_the_range_of_celerys() -> None:
    every = crontab()
    for name, (first, last) in schedules.CRONTAB_RANGES.items():
        assert getattr(every, name) == set(range(first, last + 1))
    assert len(every.minute) == schedules.MINUTES_AN_HOUR
    assert tuple(schedules.CRONTAB_RANGES) == schedules.CRONTAB_FIELDS
    assert set(schedules.CRONTAB_ALIASES.values()) <= set(schedules.CRONTAB_FIELDS)
    assert parameters(celery.schedules.BaseSchedule.__init__) - {"self"} == schedules.CRONTAB_ARGUMENTS


def test_names_and_days_of_months_are_those_of_celery() -> None:
    assert schedules.WEEKDAYS == celery.utils.time.WEEKDAYS
    assert schedules.MONTHS == celery.utils.time.YEARMONTHS
    assert tuple(celery.schedules.CRON_DAYS_IN_MONTH.values()) == schedules.DAYS_OF_MONTHS


def test_a_cron_line_has_its_fields_in_their_order() -> None:
    read = crontab.from_string("1 2 3 4 5")
    assert [getattr(read, name) for name in schedules.CRON_LINE_FIELDS] == [{1}, {2}, {3}, {4}, {5}]


def test_rate_units_are_those_of_celery() -> None:
    assert set(schedules.RATE_UNITS) == set(RATE_MODIFIER_MAP)


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


# --- exceptions


@pytest.mark.parametrize(("name", "parent"), exceptions.PARENTS.items())
def test_exceptions_are_derived_as_the_table_says(name: str, parent: str) -> None:
    derived = resolved(name)
    assert isinstance(derived, type)
    assert resolved(parent) in derived.__bases__


@pytest.mark.parametrize(
    "name", sorted(exceptions.PREDICATES | exceptions.MAX_RETRIES_EXCEEDED | exceptions.RAISED_BY_PARENT)
)
def test_exceptions_exist(name: str) -> None:
    derived = resolved(name)
    assert isinstance(derived, type)
    assert issubclass(derived, Exception)


def test_predicates_are_those_of_celery() -> None:
    parent = resolved("celery.exceptions.TaskPredicate")
    assert isinstance(parent, type)
    predicates: list[type] = parent.__subclasses__()
    assert {f"celery.exceptions.{each.__name__}" for each in predicates} == exceptions.PREDICATES
    assert {"celery.exceptions.TaskPredicate", "celery.exceptions.CeleryError"} == exceptions.PREDICATE_PARENTS
