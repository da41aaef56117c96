"""What the Celery of this interpreter has, as JSON: run by tools/celery_tables.py in an environment of each version.

It imports nothing of celerylint. On its input it takes the names that the tables speak of: `importable` are those to be
imported, `refused` those of what makes a value that the serializer refuses.
"""

import importlib
import inspect
import json
import os
import re
import sys
from datetime import timedelta
from functools import reduce
from typing import Any

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
"""What is to be given to some of what makes a refused value."""


def resolved(name: str) -> Any:
    """What a qualified name means."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        return reduce(getattr, parts[count:], module)
    raise ModuleNotFoundError(name)


def is_there(name: str) -> bool:
    """Whether a qualified name means something."""
    try:
        resolved(name)
    except (AttributeError, ImportError):
        return False
    return True


def is_refused(name: str) -> bool:
    """Whether kombu's JSON refuses what calling a name gives."""
    try:
        resolved("kombu.utils.json.dumps")(resolved(name)(*ARGUMENTS.get(name, ())))
    except TypeError:  # kombu has an EncodeError of its own, which is one too
        return True
    return False


def parameters(name: str) -> list[str]:
    """The parameters of a function, or of what makes an instance of a class."""
    return [each for each in inspect.signature(resolved(name)).parameters if each not in ("self", "args", "kwargs")]


def by_place(method: str, name: str) -> list[str]:
    """The parameters that may be given by place, each with the place."""
    spec = inspect.getfullargspec(resolved(name))
    own = [each for each in spec.args if each not in ("self", "task")]
    return [f"{method} {place} {each}" for place, each in enumerate(own)]


def task_kinds() -> dict[str, list[str]]:
    """What a task is made of."""
    task = resolved("celery.app.task.Task")
    attributes = {name for name in vars(task) if not name.startswith("_")}
    methods = {name for name in attributes if inspect.isroutine(vars(task)[name])}
    state = {"name", "request_stack", "from_config", "app", "request", "MaxRetriesExceededError", "OperationalError"}
    hooks = {name for name in methods if name.startswith(("before_", "on_", "after_"))} | {"shadow_name"}
    inner = re.search(
        r"def inner_create_task_cls\((.*?), \*\*opts\)", inspect.getsource(resolved("celery.Celery.task"))
    )
    made = set(parameters("celery.Celery._task_from_fun")) - {"fun", "options"}
    extracted = r"extract_exec_options = mattrgetter\((.*?)\)"
    read = re.search(extracted, inspect.getsource(resolved("celery.app.task")), re.DOTALL)
    retried = inspect.getsource(resolved("celery.app.autoretry"))
    configured = {name for name, _ in task.from_config}
    return {
        "factory options": [*made, *re.findall(r"(\w+)=", inner[1] if inner else "")],
        "task attributes": [*((attributes - methods - state) | configured)],
        "task methods": [*((methods | state) - {"name"} - (hooks - {"on_bound"}))],
        "hooks": [f"{name}({', '.join([*inspect.signature(getattr(task, name)).parameters][1:])})" for name in hooks],
        "publish options": sorted(set(re.findall(r"'(\w+)'", read[1] if read else "")) - attributes - configured),
        "autoretry options": re.findall(r"options\.get\(\s*'(\w+)'", retried),
    }


def call_kinds() -> dict[str, list[str]]:
    """How tasks and schedules are called."""
    places = {
        **{name: f"celery.app.task.Task.{name}" for name in ("apply_async", "apply", "retry", "update_state")},
        "signature": "celery.canvas.Signature.__init__",
        "send_task": "celery.Celery.send_task",
        "crontab": "celery.schedules.crontab.__init__",
        "add_periodic_task": "celery.Celery.add_periodic_task",
    }
    takers = ["celery.app.task.Task.apply_async", "celery.Celery.send_task", "celery.app.task.Task.apply"]
    takers += ["celery.app.amqp.AMQP.as_task_v2", "kombu.messaging.Producer.publish", "celery.app.task.Task.retry"]
    takers += ["celery.canvas.Signature.__init__", "celery.canvas.Signature.set"]
    internal = {"name", "body", "message", "task", "ex", "properties", "options"}
    django = "celery.contrib.django.task.DjangoTask"
    methods = dir(resolved(django)) if is_there(django) else dir(resolved("celery.Task"))
    return {
        "places": [each for method, name in places.items() for each in by_place(method, name)],
        "call options": [*{each for name in takers for each in parameters(name)} - internal],
        "methods of tasks": [name for name in methods if not name.startswith("_")],
        "app parameters": parameters("celery.Celery"),
        "schedule arguments": parameters("celery.schedules.BaseSchedule"),
        "entry keys": [*inspect.signature(resolved("celery.beat.ScheduleEntry")).parameters],
        "crontab": [
            *(["names of months"] if is_taken_by_crontab(month_of_year="jan") else []),
            *(["impossible dates refused"] if not is_taken_by_crontab(day_of_month=30, month_of_year=2) else []),
        ],
        "rate units": [*resolved("celery.utils.time.RATE_MODIFIER_MAP")],
        "inspections": [
            name
            for name, value in vars(resolved("celery.app.control.Inspect")).items()
            if not name.startswith("_") and callable(value)
        ],
    }


def is_taken_by_crontab(**fields: object) -> bool:
    """Whether Celery takes a crontab."""
    try:
        resolved("celery.schedules.crontab")(minute=0, hour=0, **fields)
    except ValueError:
        return False
    return True


def as_written(default: object) -> object:
    """A default as the tables write it."""
    if isinstance(default, timedelta):
        return int(default.total_seconds())
    return list(default.items()) if isinstance(default, dict) else default


def setting_kinds() -> dict[str, list[str]]:
    """The settings, with what Celery knows of them."""
    defaults = resolved("celery.app.defaults")
    flat = dict(defaults.flatten(defaults.NAMESPACES))
    types = {name: getattr(option.type, "__name__", option.type) for name, option in flat.items()}
    return {
        "settings": [*flat],
        "setting types": [f"{name}: {types[name]}" for name in flat],
        "setting defaults": [f"{name} = {json.dumps(as_written(option.default))}" for name, option in flat.items()],
        "old settings": [f"{name} was {defaults._TO_OLD_KEY[name]}" for name in flat],
    }


def other_kinds(importable: list[str], refused: list[str]) -> dict[str, list[str]]:
    """Names, signals, states, exceptions, and what libraries around Celery do."""
    signal = resolved("celery.utils.dispatch.Signal")
    app = resolved("celery.Celery")()
    states = vars(resolved("celery.states"))
    raised = [each for each in vars(resolved("celery.exceptions")).values() if inspect.isclass(each)]
    predicate = resolved("celery.exceptions.TaskPredicate")
    kinds = {name: resolved(f"sqlalchemy.ext.asyncio.Async{name.title()}") for name in SQLALCHEMY}
    return {
        "importable": [name for name in importable if is_there(name)],
        "refused by JSON": [name for name in refused if is_refused(name)],
        "serializers": [*resolved("kombu.serialization.registry").name_to_type],
        "signals": [name for name, each in vars(resolved("celery.signals")).items() if isinstance(each, signal)],
        "app signals": [name for name in dir(app) if isinstance(getattr(app, name, None), signal)],
        "states": [name for name, value in states.items() if name.isupper() and value == name],
        "exception states": [*states["EXCEPTION_STATES"]],
        "exceptions": [
            f"{each.__name__} is {base.__module__}.{base.__name__}" for each in raised for base in each.__bases__
        ],
        "predicates": [each.__name__ for each in predicate.__subclasses__()],
        "coroutine methods": [
            f"{kind}.{name}"
            for kind, owner in kinds.items()
            for name, value in inspect.getmembers(owner, inspect.iscoroutinefunction)
            if not name.startswith("_")
        ],
    }


SQLALCHEMY = ("session", "engine", "connection")


def main() -> None:
    """Print each kind with its names, sorted."""
    kinds = {**task_kinds(), **call_kinds(), **setting_kinds(), **other_kinds(**json.load(sys.stdin))}
    json.dump({kind: sorted(set(names)) for kind, names in kinds.items()}, sys.stdout)


if __name__ == "__main__":
    main()
