"""The tables about Celery and SQLAlchemy, held against the installed libraries."""

from __future__ import annotations

import importlib
import inspect
import re
from functools import reduce

import celery
import celery.app.defaults
import hypothesis
import pytest
import sqlalchemy.orm
from celery.app import autoretry
from celery.app.task import Task
from celery.schedules import crontab
from celery.utils.time import RATE_MODIFIER_MAP, rate
from hypothesis import example, given
from hypothesis import strategies as st

from celerylint.celery import databases, exceptions, names, options, schedules, settings
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


# --- names


def celery_names() -> list[str]:
    tables = (names.APP_CLASSES, names.CURRENT_APPS, names.SHARED_TASK, names.TASK_CLASSES, names.CURRENT_TASK)
    return sorted(frozenset().union(*tables, names.CRONTAB, names.SOFT_TIME_LIMIT, names.EVENT_LOOP_RUNNERS))


@pytest.mark.parametrize("name", celery_names())
def test_a_name_of_celery_can_be_imported(name: str) -> None:
    assert resolved(name) is not None


@pytest.mark.parametrize("table", ["APP_CLASSES", "SHARED_TASK", "TASK_CLASSES", "CRONTAB", "SOFT_TIME_LIMIT"])
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


FLASK = {"one_or_404", "first_or_404", "get_or_404", "paginate"}


@pytest.mark.parametrize("name", sorted(databases.QUERY_FETCHES - FLASK - {"scalar_one", "scalar_one_or_none"}))
def test_a_query_fetch_is_a_method_of_a_query(name: str) -> None:
    """The others are Flask-SQLAlchemy's."""
    assert callable(getattr(sqlalchemy.orm.Query, name))


def test_locks_are_methods_of_a_query() -> None:
    assert callable(sqlalchemy.orm.Query.with_for_update)
    assert "with_for_update" in databases.LOCKS


# --- settings


@pytest.mark.parametrize("table", ["SOFT_TIME_LIMIT_SETTINGS", "ANNOTATION_SETTINGS", "RATE_LIMIT_SETTINGS"])
def test_a_setting_is_known_by_every_spelling_that_celery_honours(table: str) -> None:
    """The new name, the prefixed one (`namespace="CELERY"`), and those that Celery 3 had."""
    known: frozenset[str] = getattr(settings, table)
    new = {name for name in known if name.islower()}
    assert len(new) == 1
    name = new.pop()
    namespace, _, key = name.partition("_")
    option = celery.app.defaults.NAMESPACES[namespace][key]
    old = {each.format(key).upper() for each in option.old}
    assert known >= {name, f"CELERY_{name.upper()}"} | old
    for spelling in known - {name, f"CELERY_{name.upper()}"}:
        assert spelling in old | set(celery.app.defaults._TO_NEW_KEY), spelling


# --- schedules


def test_crontab_fields_are_the_parameters_of_crontab() -> None:
    taken = [name for name, each in inspect.signature(crontab).parameters.items() if each.kind is not each.VAR_KEYWORD]
    assert tuple(taken) == schedules.CRONTAB_FIELDS


def test_hours_and_minutes_are_those_of_crontab() -> None:
    every = crontab()
    assert (len(every.hour), len(every.minute)) == (schedules.HOURS_A_DAY, schedules.MINUTES_AN_HOUR)


def test_rate_units_are_those_of_celery() -> None:
    assert set(schedules.RATE_UNITS) == set(RATE_MODIFIER_MAP)


def module_of(text: str) -> Module:
    return Module(Source("tasks.py", text, parse(text)), Settings())


def hours_of(spec: object) -> int | None:
    found = module_of(f"from celery.schedules import crontab\n\nNIGHTLY = crontab(hour={spec!r})\n").all(Crontab)
    assert len(found) == 1
    return found[0].hours


def hours_in_celery(spec: object) -> int | None:
    """How many hours Celery expands a field to, None if it refuses the field."""
    try:
        return len(crontab(hour=spec).hour)
    except Exception:
        return None


EXAMPLES = hypothesis.settings(deadline=None, derandomize=True, max_examples=300)
NUMBERS = st.integers(0, 23).map(str)
RANGES = st.builds("{}-{}".format, NUMBERS, NUMBERS)
STEPS = st.builds("{}/{}".format, st.one_of(RANGES, st.just("*")), st.integers(1, 30))
PARTS = st.one_of(NUMBERS, RANGES, STEPS, st.just("*"))


@EXAMPLES
@given(st.lists(PARTS, min_size=1, max_size=4).map(",".join))
@example("*/4")
@example("22-2")
@example("22-3/2")
@example("8-17/3,20,0")
def test_hours_are_counted_as_celery_does(spec: str) -> None:
    assert hours_in_celery(spec) is not None
    assert hours_of(spec) == hours_in_celery(spec)


@EXAMPLES
@given(st.one_of(st.integers(0, 23), st.sets(st.integers(0, 23), min_size=1), st.lists(st.integers(0, 23), min_size=1)))
def test_hours_given_as_numbers_are_counted_as_celery_does(spec: object) -> None:
    assert hours_of(spec) in (hours_in_celery(spec), None)
    assert not isinstance(spec, int) or hours_of(spec) == 1


@EXAMPLES
@given(st.text("0123456789*/-, ", max_size=8))
@example("25")
@example("5/2")
@example("*/-1")
@example("1 - 5")
@example("5-")
@example("1-5/")
@example("*/0")
@example("")
def test_hours_that_celery_refuses_are_not_counted(spec: str) -> None:
    assert hours_of(spec) in (hours_in_celery(spec), None)


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
    children: list[type] = type.__subclasses__(parent)
    names = {f"celery.exceptions.{child.__name__}" for child in children}
    assert names == exceptions.PREDICATES


def test_options_are_taken_from_the_settings_of_the_table() -> None:
    """Each by its name, its prefixed and its old one."""
    taken = dict(Task.from_config)
    old = celery.app.defaults._TO_OLD_KEY
    for option, spellings in settings.OPTION_SETTINGS.items():
        setting = taken[option]
        assert spellings == {setting, f"CELERY_{setting.upper()}", old[setting]}
