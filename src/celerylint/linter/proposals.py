"""The words that a survey of a project gives for its settings, each with the evidence."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from celerylint.celery.databases import ASYNC_SESSION_CLASSES, SESSION_CLASSES
from celerylint.celery.names import ASYNC_TO_SYNC, EVENT_LOOP_RUNNERS
from celerylint.core.settings import Settings, matches_any
from celerylint.facts.app import is_task_class
from celerylint.facts.lock import takes_lock
from celerylint.facts.module import Module
from celerylint.facts.origin import is_part
from celerylint.facts.parameters import Parameters
from celerylint.facts.session import is_session_name
from celerylint.facts.task import Task
from celerylint.facts.task_class import lineage
from celerylint.linter.survey import Place, Survey, Use
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import callee, is_name, last_name

_DEFAULTS = Settings()
_SESSIONS = SESSION_CLASSES | ASYNC_SESSION_CLASSES
_MANAGERS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})
_METERS = ("prometheus_client.", "statsd.", "datadog.", "opentelemetry.")
_SCHEDULERS = (
    *("django_celery_beat.", "redbeat.", "celery_sqlalchemy_scheduler.", "sqlalchemy_celery_beat.", "celery_redbeat."),
)
_FEW = 4


class Proposal(NamedTuple):
    """A value for a setting, or a word for one. `places` show it, the first of them best; `why` says how."""

    field: str
    value: Any
    why: str
    places: tuple[Place, ...]


def proposals_of(survey: Survey) -> list[Proposal]:
    """What the Python files of a project give, in the order of the settings."""
    found: list[Proposal] = []
    for look in (
        *(_task_decorators, _task_bases, _task_modules, _external_tasks, _scheduler_helpers, _of_task_code),
        _lock_decorators,
    ):
        try:
            found += look(survey)
        except Exception as error:
            survey.fail(look.__name__.strip("_"), error)
    order = {field: place for place, field in enumerate(Settings._fields)}
    return sorted(dict.fromkeys(found), key=lambda each: (order[each.field], each.value))


class _Defined(NamedTuple):
    """A function of the project: the file that defines it, whole, and its node there."""

    module: Module
    node: Function

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return Place(os.path.abspath(self.module.source.path), self.node.lineno)


def _defined(survey: Survey, name: str) -> _Defined | None:
    place = survey.index.place(name)
    if place is None or not isinstance(place.node, FUNCTIONS):
        return None
    whole = survey.whole(os.path.abspath(place.module.source.path))
    node = whole.scopes.defined(f":{place.module.scopes.path(place.node).lstrip(':')}") if whole else None
    return _Defined(whole, node) if whole and isinstance(node, FUNCTIONS) else None


def _word(name: str) -> str:
    """The last two parts of a dotted name: what tells a function from others that are called alike."""
    return ".".join(name.split(".")[-2:])


def _places(defined: _Defined, uses: list[Use]) -> tuple[Place, ...]:
    return (defined.place, *dict.fromkeys(use.place for use in uses))


def _times(uses: list[Use], what: str) -> str:
    return f"{len(uses)} {what}{'s' * (len(uses) != 1)}"


# --- functions that task code calls


def _of_task_code(survey: Survey) -> Iterator[Proposal]:
    for name, uses in survey.called.items():
        defined = _defined(survey, name)
        if defined is None:
            continue
        calls = _times(uses, "call")
        given = _session_of(defined)
        opened = (
            [use for use in uses if _is_under_next(survey, use)] if given and given[0] != "session_factories" else uses
        )
        if given and opened and not matches_any(name, getattr(_DEFAULTS, given[0])):
            yield Proposal(given[0], _word(name), f"{given[1]}; {calls} in task code", _places(defined, opened))
        last = name.rpartition(".")[2]
        if _runs_what_it_is_given(defined) and not matches_any(last, _DEFAULTS.async_runners):
            why = f"runs the coroutine that it is given; {calls} in task code"
            yield Proposal("async_runners", last, why, _places(defined, uses))
        if _measures(defined) and not matches_any(name, _DEFAULTS.metric_calls):
            of_tasks = [use for use in uses if _names_its_task(use)]
            if of_tasks:
                why = f"counts by the name that it is given; {_times(of_tasks, 'call')} with the name of the task"
                yield Proposal("metric_calls", _word(name), why, _places(defined, of_tasks))


def _session_of(defined: _Defined) -> tuple[str, str]:
    """The setting that a function which gives a session belongs to, and how it gives it; empty for any other function,
    and for a plain one of which the linter sees so by itself."""
    module, node = defined
    decorators = {module.scopes.qualified(each) for each in node.decorator_list}
    is_manager = bool(decorators & _MANAGERS)
    if decorators - _MANAGERS:
        return "", ""
    yielded = [each.value for each in module.index.yields(node)]
    if yielded:
        values = [value is not None and is_session_name(module, module.scopes.qualified(value)) for value in yielded]
        what = _annotated(module, node.returns) or ("a session" if all(values) else None)
        return ("session_factories" if is_manager else "session_generators", f"yields {what}") if what else ("", "")
    what = _named_class(module, node.returns)
    returned = [each.value for each in module.index.own(node, ast.Return) if each.value]
    is_seen = returned and all(is_session_name(module, module.scopes.qualified(value)) for value in returned)
    return ("", "") if what is None or is_manager or is_seen else ("session_factories", f"returns {what}")


def _annotated(module: Module, annotation: ast.expr | None) -> str | None:
    """The class of sessions in `Iterator[Session]`, `AsyncGenerator[AsyncSession, None]`."""
    if not isinstance(annotation, ast.Subscript):
        return None
    inner = annotation.slice
    return _named_class(module, inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else inner)


def _named_class(module: Module, annotation: ast.expr | None) -> str | None:
    if not isinstance(annotation, (ast.Name, ast.Attribute)):
        return None
    return last_name(annotation) if module.scopes.qualified(annotation) in _SESSIONS else None


def _is_under_next(survey: Survey, use: Use) -> bool:
    """Whether a call is what `next` is given: the line says so."""
    module = survey.whole(use.place.path)
    line = module.source.text.split("\n")[use.place.line - 1] if module else ""
    return "next(" in line


def _runs_what_it_is_given(defined: _Defined) -> bool:
    """Whether a plain function runs, in an event loop, the coroutine or the coroutine function that it is given."""
    module, node = defined
    if isinstance(node, ast.AsyncFunctionDef) or module.index.yields(node):
        return False
    parameters = _parameters(node)
    for call in module.index.own(node, ast.Call):
        name = module.scopes.qualified(call.func)
        given: ast.expr | None = None
        if name in EVENT_LOOP_RUNNERS or last_name(call.func) == "run_until_complete":
            given = call.args[0] if call.args else None
        elif isinstance(call.func, ast.Call) and module.scopes.qualified(call.func.func) in ASYNC_TO_SYNC:
            given = call.func.args[0] if call.func.args else None
        if given is not None and _is_given(module, given, parameters):
            return True
    return False


def _is_given(module: Module, node: ast.expr, parameters: frozenset[str]) -> bool:
    node = callee(node)
    if isinstance(node, ast.Name) and node.id in parameters:
        return all(binding.how == "parameter" for binding in module.scopes.bindings(node))
    inner = module.scopes.definition(node)
    awaited = [part.value for part in descendants(inner) if isinstance(part, ast.Await)] if inner else []
    return isinstance(inner, ast.AsyncFunctionDef) and any(_root(value) in parameters for value in awaited)


def _root(node: ast.expr) -> str:
    node = callee(node)
    return node.id if isinstance(node, ast.Name) else ""


def _parameters(node: Function) -> frozenset[str]:
    parameters = Parameters.of(node)
    return frozenset({*parameters.positional, *parameters.keyword}) - {"self", "cls"}


def _measures(defined: _Defined) -> bool:
    """Whether a function counts something in a library of metrics, by its first argument."""
    module, node = defined
    first = next((name for name in Parameters.of(node).positional if name not in ("self", "cls")), None)
    if first is None:
        return False
    for call in module.index.own(node, ast.Call):
        name = module.scopes.qualified(call.func) or ""
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        held = [part for value in values for part in (value, *descendants(value))]
        if name.startswith(_METERS) and any(is_name(part, first) for part in held):
            return True
    return False


def _names_its_task(use: Use) -> bool:
    given = use.node.args[0] if isinstance(use.node, ast.Call) and use.node.args else None
    text = given.value if isinstance(given, ast.Constant) else None
    return isinstance(text, str) and text.rpartition(".")[2].replace("-", "_") in use.task_names


# --- decorators and classes


def _lock_decorators(survey: Survey) -> Iterator[Proposal]:
    for name, uses in survey.decorating.items():
        defined = _defined(survey, name)
        if defined and not matches_any(name, _DEFAULTS.lock_decorators) and takes_lock(*defined):
            why = f"takes a lock; above {_times(uses, 'task')}"
            yield Proposal("lock_decorators", _word(name), why, _places(defined, uses))


def _task_decorators(survey: Survey) -> Iterator[Proposal]:
    """Decorators that cannot be followed, of functions that are sent like tasks."""
    shown: dict[str, list[Place]] = {}
    for name, uses in survey.sent.items():
        defined = _defined(survey, name)
        if defined is None or defined.module.at(Task, defined.node) or len(defined.node.decorator_list) != 1:
            continue
        decorator = callee(defined.node.decorator_list[0])
        qualified = defined.module.scopes.qualified(decorator) or ":"
        if qualified.startswith((":", "builtins.")) or survey.is_of_other_library(qualified):
            continue
        # What is called otherwise where it is made, or is a method of what a call gave, is known by its last name.
        is_spelt = "(" not in qualified and qualified.rpartition(".")[2] == last_name(decorator)
        word = _word(qualified) if is_spelt else last_name(decorator)
        shown.setdefault(word, []).extend([defined.place, *(use.place for use in uses)])
    for word, places in shown.items():
        why = "decorates functions that are sent with `delay` or `apply_async`"
        yield Proposal("task_decorators", word, why, tuple(dict.fromkeys(places)))


def _task_bases(survey: Survey) -> Iterator[Proposal]:
    """Base classes that cannot be seen, of classes that are given to an app."""
    for place, name in survey.registered_classes:
        found = survey.index.place(name)
        if found is None or not isinstance(found.node, ast.ClassDef):
            continue
        unseen: dict[str, None] = {}
        for home, owner in lineage(found.module, found.node)[0]:
            bases = [base for base in home.scopes.base_names(owner) if base]
            if any(is_task_class(home, base) for base in bases):
                unseen.clear()
                break
            seen = {base for base in bases if home.scopes.defined(base) or home.place(base)}
            unseen |= dict.fromkeys(base for base in bases if base not in seen and not base.startswith("builtins."))
        if len(unseen) == 1 and not survey.is_of_other_library(next(iter(unseen))):
            home_of = Place(os.path.abspath(found.module.source.path), found.node.lineno)
            why = "base of a class that is registered with `register_task`"
            yield Proposal("task_bases", _word(next(iter(unseen))), why, (home_of, place))


def _task_modules(survey: Survey) -> Iterator[Proposal]:
    """Modules that cannot be seen, from which something with `apply_async` is imported."""
    shown: dict[str, list[Place]] = {}
    for name, uses in survey.sent.items():
        home, _, last = name.strip(".").rpartition(".")
        sent = [use for use in uses if isinstance(use.node, ast.Call) and last_name(use.node.func) == "apply_async"]
        is_known = any(is_part(word, home) for word in _DEFAULTS.task_modules)
        is_seen = survey.is_of_project(name) or name.startswith(".") or survey.index.place(name) is not None
        if not sent or not home or last[:1].isupper() or is_known or is_seen or survey.is_of_other_library(name):
            continue
        shown.setdefault(home, []).extend(use.place for use in sent)
    for home, places in shown.items():
        why = "what is imported from it is sent with `apply_async`"
        yield Proposal("task_modules", home, why, tuple(dict.fromkeys(places)))


# --- names of tasks


def _external_tasks(survey: Survey) -> Iterator[Proposal]:
    """Names of tasks that are sent, whose package is none of the project's."""
    for name, places in survey.sent_names.items():
        if "." in name and not name.startswith("celery.") and not survey.is_of_project(name):
            why = "sent by its name; no file of the project has such a package"
            yield Proposal("external_tasks", name, why, tuple(dict.fromkeys(places)))


def _scheduler_helpers(survey: Survey) -> Iterator[Proposal]:
    """Functions that hand the name of a task to a scheduler."""
    for name, uses in survey.scheduling.items():
        if matches_any(name, _DEFAULTS.scheduler_helpers):
            continue
        defined = _defined(survey, name)
        if defined and _schedules(defined):
            why = f"puts a task into the schedule by its name; {_times(uses, 'call')}"
            yield Proposal("scheduler_helpers", _word(name), why, _places(defined, uses))


def _schedules(defined: _Defined) -> bool:
    module, node = defined
    parameters = _parameters(node) & {"task_name", "task"}
    for call in module.index.own(node, ast.Call) if parameters else ():
        name = module.scopes.qualified(call.func) or ""
        held = [
            part
            for value in (*call.args, *(word.value for word in call.keywords))
            for part in (value, *descendants(value))
        ]
        is_scheduler = name.startswith(_SCHEDULERS) or last_name(call.func) == "add_periodic_task"
        if is_scheduler and any(isinstance(part, ast.Name) and part.id in parameters for part in held):
            return True
    return False
