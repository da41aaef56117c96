"""Tasks, their options, whether they are bound, and uses of `self` that is nobody."""

from __future__ import annotations

import ast

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.task import Task, task_of
from celerylint.facts.task_class import TaskClass
from celerylint.facts.task_use import TaskUse
from celerylint.syntax.value import UNKNOWN
from tests.build import dedented, module_of, node_at, one, under

APP = "from celery import Celery, Task, shared_task\napp = Celery('shop')\n"


def task(text: str) -> Task:
    """The only task of a text, below the imports and an app."""
    return one(Task, APP + dedented(text))


@pytest.mark.parametrize(
    ("decorator", "bound"),
    [
        ("@shared_task", False),
        ("@shared_task()", False),
        ("@app.task(name='a')", False),
        ("@app.task(bind=True)", True),
        ("@app.task(bind=False)", False),
        ("@app.task(bind=1)", True),
        ("@app.task(bind=BIND)", None),
        ("BIND = True\n@app.task(bind=BIND)", True),
        ("BIND = True\nBIND = False\n@app.task(bind=BIND)", None),
        ("@app.task(bind=not x)", None),
        ("@app.task(**OPTIONS)", None),
        ("@app.task(bind=True, **OPTIONS)", True),
        ("@app.task(base=Unknown)", None),
        ("@app.task(base=Task)", False),
        ("from lib import Base\n@app.task(base=Base)", None),
        ("class Base(Task): ...\n@app.task(base=Base)", False),
        ("from lib import Mixin\nclass Base(Mixin, Task): ...\n@app.task(base=Base)", None),
        ("@app.task(base=Unknown, bind=False)", False),
        ("from functools import partial\nbound = partial(app.task, bind=True)\n@bound", True),
        ("from functools import partial\nbound = partial(app.task, bind=True)\n@bound(bind=False)", False),
        ("from functools import partial\nplain = partial(app.task, **OPTIONS)\n@plain", None),
        ("def bound(**options): return app.task(bind=True, **options)\n@bound()", True),
        ("def bound(f): return app.task(bind=True)(f)\n@bound", True),
        ("def plain(**options): return app.task(**options)\n@plain()", False),
        ("def plain(**options): return app.task(**options)\n@plain(bind=True)", True),
        ("def plain(**options): return app.task(**DEFAULTS)\n@plain(bind=True)", None),
    ],
)
def test_a_task_is_bound_unbound_or_nobody_knows(decorator: str, bound: bool | None) -> None:
    assert task(f"{decorator}\ndef send(a): ...\n").is_bound is bound


@pytest.mark.parametrize(
    ("text", "name", "is_bound"),
    [
        ("class Send(Task):\n    def run(self): ...", "Send", True),
        (
            "class Base(Task):\n    abstract = True\n    def run(self): ...\nclass Send(Base):\n    def run(self): ...",
            "Send",
            True,
        ),
        ("def send(): ...\nregistered = app.task(send)", "send", False),
        ("def send(self): ...\nregistered = app.task(send, bind=True)", "send", True),
        ("def send(self): ...\nregistered = app.task(bind=True)(send)", "send", True),
        ("def send(self): ...\nregistered = app.task(**OPTIONS)(send)", "send", None),
    ],
)
def test_classes_and_calls_make_tasks(text: str, name: str, is_bound: bool | None) -> None:
    found = task(text)
    assert (found.name, found.is_bound) == (name, is_bound)


@pytest.mark.parametrize(
    "text",
    [
        "class Base(Task):\n    abstract = True\n    def run(self): ...",
        "class Base(Task):\n    max_retries = 1",
        "class Send:\n    def run(self): ...",
        "app.task()",
        "app.task(unknown)",
        "handle(shared_task, 1)",
        "x = app.task.other(send)",
    ],
)
def test_nothing_here_is_a_task(text: str) -> None:
    assert not module_of(APP + text).all(Task)


def test_options_come_from_the_decorator_before_the_base() -> None:
    found = task(
        """
        class Root(Task):
            max_retries = 9
            rate_limit: str = "1/s"
        class Base(Root):
            max_retries = 5
            soft_time_limit = 60 * 2
        @app.task(base=Base, max_retries=1, queue=QUEUE)
        def send(): ...
        """
    )
    values = {name: option.value for name, option in found.options.named.items() if name != "base"}
    assert values == {"max_retries": 1, "rate_limit": "1/s", "soft_time_limit": 120, "queue": UNKNOWN}
    assert [option.name for option in found.direct_options] == ["base", "max_retries", "queue"]
    assert not found.options.open
    assert found.option("missing") is None


def test_an_option_stands_on_its_keyword() -> None:
    module = module_of(APP + "@app.task(\n    bind=True,\n    max_retries=3,\n)\ndef send(self): ...\n")
    (found,) = module.all(Task)
    option = found.option("max_retries")
    assert option is not None
    assert under(module, option.span) == "max_retries=3"
    assert under(module, found) == "def send"


def test_options_of_a_partial_are_not_written_in_the_tasks_own_decorator() -> None:
    found = task(
        """
        from functools import partial
        job = partial(app.task, max_retry=3)
        @job(acks_late=True)
        def send(): ...
        """
    )
    assert [option.name for option in found.direct_options] == ["acks_late"]
    assert set(found.options.named) == {"acks_late", "max_retry"}


@pytest.mark.parametrize(
    ("decorators", "wrapped"),
    [
        ("@app.task", False),
        ("@trace\n@app.task", False),
        ("@app.task\n@trace", True),
        ("def job(f): return app.task(f)\n@job", False),
        ("def job(f):\n    @wraps(f)\n    def inner(*a): return run(f(*a))\n    return app.task(inner)\n@job", True),
        ("def job(f): return app.task(guard(f))\n@job", True),
        ("def job(**o):\n    def inner(f): return app.task(**o)(f)\n    return inner\n@job()", False),
        ("def job(**o):\n    def inner(f): return app.task(**o)(guard(f))\n    return inner\n@job()", True),
    ],
)
def test_a_decorator_between_celery_and_the_function_wraps_it(decorators: str, wrapped: bool) -> None:
    assert task(f"{decorators}\ndef send(): ...\n").is_wrapped is wrapped


def test_a_decorator_of_the_settings_may_do_anything() -> None:
    text = "from lib.tasks import urgent_task\n@urgent_task(max_retry=1)\ndef send(self): ...\n"
    assert not module_of(text).all(Task)
    (found,) = module_of(text, Settings(task_decorators=("*_task",))).all(Task)
    assert found.is_wrapped
    assert found.is_bound is None


def test_a_decorator_of_this_file_is_read_not_taken_for_the_word() -> None:
    text = "def urgent_task(f): return f\n@urgent_task\ndef send(self): ...\n"
    assert not module_of(text, Settings(task_decorators=("*_task",))).all(Task)


@pytest.mark.parametrize(
    ("body", "generator", "coroutine"),
    [
        ("def send(): yield 1", True, False),
        ("def send(): x = yield from y", True, False),
        ("async def send(): ...", False, True),
        ("def send():\n    def rows(): yield 1\n    return rows()", False, False),
        ("def send(): return (x for x in y)", False, False),
        ("def send(): return lambda: (yield)", False, False),
        ("def send():\n    async def go(): yield\n    run(go())", False, False),
        ("def send():\n    if x:\n        with y: yield", True, False),
    ],
)
def test_generators_and_coroutines(body: str, generator: bool, coroutine: bool) -> None:
    found = task(f"@app.task\n{body}\n")
    assert (found.is_generator, found.is_coroutine) == (generator, coroutine)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("made = Celery('x', task_cls=Own)\n@made.task\nasync def send(): ...", True),
        ("made = Celery('x', **options)\n@made.task\nasync def send(): ...", True),
        ("@app.task\nasync def send(): ...", False),
        ("@shared_task\nasync def send(): ...", False),
        ("class Own(Task): ...\napp.Task = Own\n@app.task\nasync def send(): ...", True),
        ("app.conf.task_cls = 'lib:Own'\n@app.task\nasync def send(): ...", True),
    ],
)
def test_an_app_may_have_a_task_class_of_its_own(text: str, has: bool) -> None:
    assert task(text).app_has_task_class is has


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("@app.task\ndef send(a): self.retry()", ["retry"]),
        ("@app.task\ndef send(self): self.request.id; self.retry()", ["request", "retry"]),
        ("@app.task\ndef send(a):\n    def inner(): return self.retry()", ["retry"]),
        ("@app.task(**OPTIONS)\ndef send(a): self.retry()", ["retry"]),
        ("@app.task(bind=True)\ndef send(self): self.retry()", []),
        ("@app.task(bind=True)\ndef send(task): task.retry()", []),
        ("@app.task(bind=BIND)\ndef send(self): self.retry()", []),
        ("@app.task(**OPTIONS)\ndef send(self): self.retry()", []),
        ("@app.task(base=Unknown)\ndef send(self): self.retry()", []),
        ("@app.task\n@wrapped\ndef send(self): self.retry()", []),
        ("@app.task\ndef send(self): self.name_of_user", []),
        ("@app.task\ndef send(self): self.update_state(state='X')", ["update_state"]),
        ("@app.task\ndef send(a):\n    def inner(self): self.retry()", []),
        ("@app.task\ndef send(a): return lambda self: self.retry()", []),
        ("@app.task\ndef send(a): return [self.name for self in a]", []),
        ("@app.task\ndef send(a): return [self.name for b in a if (self := b.owner)]", []),
        ("@app.task\ndef send(a):\n    for self in a: self.retry()", []),
        ("@app.task\ndef send(a):\n    with a as self: self.request", []),
        ("@app.task\ndef send(self):\n    self = client()\n    self.retry()", []),
        ("@app.task\ndef send(a):\n    class Inner:\n        def run(self): self.retry()", []),
        ("class A:\n    def make(self):\n        @app.task\n        def send(a): self.retry()", []),
        ("class A:\n    @app.task\n    def send(self): self.retry()", []),
        ("class A(Task):\n    def run(self): self.retry()", []),
        ("from globals import self\n@app.task\ndef send(a): self.retry()", []),
        ("from globals import *\n@app.task\ndef send(a): self.retry()", []),
        ("@app.task\ndef send(a):\n    global self\n    self = a\n    self.retry()", []),
        ("@app.task\ndef send(a):\n    match a:\n        case {**self}: self.request", []),
        ("from celery import current_task\n@app.task\ndef send(a): current_task.retry()", []),
        ("@app.task\ndef send(a): send.retry()", []),
    ],
)
def test_uses_of_a_self_that_is_not_the_task(text: str, attributes: list[str]) -> None:
    module = module_of(APP + dedented(text))
    uses = module.all(TaskUse)
    assert [use.attribute for use in uses] == attributes
    assert [under(module, use) for use in uses] == [f"self.{name}" for name in attributes]


@pytest.mark.parametrize(
    ("text", "expression", "name"),
    [
        ("@app.task\ndef send(): ...\nsend", "send", "send"),
        ("@app.task(bind=True)\ndef send(job): job", "job", "send"),
        ("@app.task\ndef send(job): job", "job", None),
        ("@app.task(bind=True)\n@wrapped\ndef send(job): job", "job", None),
        ("@app.task(bind=True)\ndef send(job):\n    job = other\n    job", "job", None),
        ("@app.task(bind=True)\ndef send(job): return lambda: job", "job", "send"),
        ("@app.task(bind=True)\ndef send(job): return lambda job: job", "job", None),
        ("class Send(Task):\n    def run(self): self", "self", "Send"),
        ("class Send(Task):\n    def run(self): ...\n    def help(self): self", "self", "Send"),
        ("class Base(Task):\n    def help(self): self", "self", None),
        ("class Send(Task):\n    def run(self): ...\n    @staticmethod\n    def help(row): row", "row", None),
        ("class Send(Task):\n    def run(self): ...\n    @classmethod\n    def help(cls): cls", "cls", None),
        ("class Send(Task):\n    def run(self, other): other", "other", None),
        ("@app.task\ndef send(): ...\nsend = trace(send)\nsend", "send", None),
        ("@app.task\ndef send(): ...\ndef f(send): send", "send", None),
        ("@app.task\ndef send(): ...\nclass A:\n    send = 1\n    send", "send", None),
        ("try:\n    from lib import send\nexcept ImportError:\n    @app.task\n    def send(): ...\nsend", "send", None),
        ("if x:\n    @app.task\n    def send(): ...\nelse:\n    @app.task\n    def send(a): ...\nsend", "send", None),
        ("@app.task\ndef send(): ...\ndef send(): ...\nsend", "send", None),
        ("def f():\n    @app.task\n    def send(): ...\nsend", "send", None),
    ],
)
def test_the_task_that_an_expression_is(text: str, expression: str, name: str | None) -> None:
    module = module_of(APP + text)
    found = task_of(module, node_at(module, expression))
    assert (found and found.name) == name


def test_methods_of_a_class_are_seen_through_its_bases() -> None:
    module = module_of(
        APP
        + dedented(
            """
            class Base(Task):
                def __call__(self): ...
                async def on_failure(self, *args): ...
            class Send(Base):
                async def run(self): ...
            """
        )
    )
    base, send = module.all(TaskClass)
    assert send.method_names == {"__call__", "on_failure", "run"}
    assert [method.name for method in send.coroutine_methods] == ["run"]
    assert [under(module, method) for method in base.coroutine_methods] == ["async def on_failure"]
    assert under(module, send) == "class Send"
    assert base.run is None
    assert isinstance(send.run, ast.AsyncFunctionDef)


def test_the_first_parameter_may_be_given_by_place() -> None:
    found = task("@app.task\ndef send(job, /, *, a): ...")
    assert found.first_parameter is not None
    assert found.first_parameter.name == "job"
    assert task("@app.task\ndef send(*args, self): ...").first_parameter is None
    assert task("class A:\n    @app.task\n    def send(self): ...").is_method
