"""Which functions a task runs."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.reach import TaskCode, task_code
from celerylint.facts.task import Task
from tests.build import dedented, module_of, node_at

TASK = "from celery import Task, shared_task\n@shared_task\ndef job(rows):\n    "


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("help()\ndef help(): ...", {"help"}),
        ("run_async(go())\nasync def go(): await more()\nasync def more(): ...", {"go", "more"}),
        ("async_to_sync(go)(1)\nasync def go(): ...", {"go"}),
        ("list(map(convert, rows))\ndef convert(row): ...", {"convert"}),
        ("partial(convert, 1)\ndef convert(row): ...", {"convert"}),
        ("pool.submit(convert, key=other)\ndef convert(row): ...\ndef other(row): ...", {"convert", "other"}),
        ("f = lambda: convert(1)\ndef convert(row): ...", {"convert"}),
        ("[convert(row) for row in rows]\ndef convert(row): ...", {"convert"}),
        ("h = help; h()\ndef help(): ...", {"help"}),
        ("Service().send()\nclass Service:\n    def __init__(self): ...\n    def send(self): self.more()\n"
         "    def more(self): ...\n    def unused(self): ...", {"__init__", "send", "more"}),
        ("with scope(): pass\n@contextmanager\ndef scope(): yield", {"scope"}),
        ("def inner(): deep()\n    inner()\ndef deep(): ...", {"inner", "deep"}),
        ("def inner(): deep()\ndef deep(): ...", set()),
        ("job(rows)", set()),
        ("other()\n@shared_task\ndef other(): help()\ndef help(): ...", {"other", "help"}),
        ("help = 1\ndef help(): ...", set()),
        ("print(1)\ndef help(): ...", set()),
        ("helper.help()\ndef help(): ...", set()),
        ("import help; help()\ndef help(): ...", set()),
        ("a()\ndef a(): b()\ndef b(): a()", {"a", "b"}),
    ],
)  # fmt: skip
def test_the_functions_that_task_code_names_are_task_code(text: str, reached: set[str]) -> None:
    names = {code.name for code in module_of(TASK + text).all(TaskCode)}
    assert names == reached | {"job"}


def test_methods_of_a_task_class_are_reached_from_its_run() -> None:
    module = module_of(
        """
        from celery import Task
        class Job(Task):
            def run(self): self.work()
            def work(self): ...
            def unused(self): ...
        """
    )
    assert [code.name for code in module.all(TaskCode)] == ["run", "work"]


def test_code_knows_every_task_that_reaches_it_and_no_task_by_another() -> None:
    module = module_of(
        """
        from celery import shared_task
        @shared_task
        def first(): help(); second()
        @shared_task
        def second(): help()
        def help(): ...
        """
    )
    tasks = {code.name: [task.name for task in code.tasks] for code in module.all(TaskCode)}
    assert tasks == {"first": ["first"], "second": ["second"], "help": ["first", "second"]}
    assert module.all(TaskCode)[0].tasks == module.all(Task)[:1]


def test_the_code_of_a_node_is_that_of_its_function() -> None:
    module = module_of(TASK + "x = lambda: here()\ndef other(): there()\n")
    code = task_code(module, node_at(module, "here()"))
    assert code is not None
    assert code.name == "job"
    assert task_code(module, node_at(module, "there()")) is None
    assert task_code(module, module.source.tree.body[0]) is None


def test_runners_are_named_by_the_settings() -> None:
    text = dedented(
        """
        from celery import shared_task
        @shared_task
        def job(): drive(go()); _run_async(go())
        async def go(): ...
        def drive(c): ...
        def _run_async(c): ...
        """
    )
    codes = {code.name: code for code in module_of(text, Settings(async_runners=("drive",))).all(TaskCode)}
    assert [name for name, code in codes.items() if code.is_runner] == ["drive"]
    assert [name for name, code in codes.items() if code.is_coroutine] == ["go"]


def test_calls_are_in_source_order() -> None:
    (code,) = module_of(TASK + "b(a())\n    c().d()\n").all(TaskCode)
    places = [(call.lineno, call.col_offset) for call in code.calls]
    assert len(places) == 4
    assert places == sorted(places)
