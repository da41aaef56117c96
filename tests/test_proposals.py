"""What a survey proposes: each word by what code shows, and nothing for what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.linter.proposals import Proposal, proposals_of
from celerylint.linter.survey import Survey
from tests.test_cli import write

APP = "from celery import Celery\n\napp = Celery('shop')\n"
TASK = "from shop.app import app\nfrom shop.{module} import {name}\n\n\n@app.task\ndef work(ids):\n    {body}\n"


def proposed(root: Path, files: dict[str, str]) -> dict[str, list[str]]:
    """The words that are proposed, by setting."""
    found: dict[str, list[str]] = {}
    for each in proposals(root, files):
        found.setdefault(each.field, []).append(each.value)
    return found


def proposals(root: Path, files: dict[str, str]) -> list[Proposal]:
    write(root, {"pyproject.toml": "", "shop/__init__.py": "", "shop/app.py": APP, **files})
    return proposals_of(Survey(str(root)))


def of_call(root: Path, body: str, definition: str, name: str = "helper", module: str = "db") -> dict[str, list[str]]:
    """What is proposed of a project with one task, and one function that it calls."""
    return proposed(
        root, {f"shop/{module}.py": definition, "shop/tasks.py": TASK.format(module=module, name=name, body=body)}
    )


MANAGER = "from contextlib import contextmanager\nfrom sqlalchemy.orm import Session\n\nfrom other import make\n\n\n"


@pytest.mark.parametrize(
    ("definition", "body", "expected"),
    [
        (
            f"{MANAGER}@contextmanager\ndef helper():\n    with Session() as session:\n        yield session\n",
            "with helper() as session: session.execute(ids)",
            {"session_factories": ["db.helper"]},
        ),
        (
            "from collections.abc import Iterator\n"
            f"{MANAGER}@contextmanager\ndef helper() -> Iterator[Session]:\n    yield make()\n",
            "with helper() as session: session.execute(ids)",
            {"session_factories": ["db.helper"]},
        ),
        (
            f"{MANAGER}def helper() -> Session:\n    return make()\n",
            "helper().execute(ids)",
            {"session_factories": ["db.helper"]},
        ),
        (
            f"{MANAGER}def helper():\n    session = Session()\n    yield session\n",
            "session = next(helper())",
            {"session_generators": ["db.helper"]},
        ),
        # the linter sees this by itself
        (f"{MANAGER}def helper() -> Session:\n    return Session()\n", "helper().execute(ids)", {}),
        # called like one
        (f"{MANAGER}def helper():\n    return make()\n", "helper().execute(ids)", {}),
        ("from requests import Session\n\n\ndef helper() -> Session:\n    return Session()\n", "helper().get(ids)", {}),
        (f"{MANAGER}@contextmanager\ndef helper():\n    yield make()\n", "with helper() as session: pass", {}),
        # a generator that is gone through
        (f"{MANAGER}def helper():\n    session = Session()\n    yield session\n", "for session in helper(): pass", {}),
    ],
)
def test_sessions(definition: str, body: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    assert of_call(tmp_path, body, definition) == expected


def test_a_default_is_not_proposed(tmp_path: Path) -> None:
    definition = f"{MANAGER}def SessionLocal() -> Session:\n    return make()\n"
    assert of_call(tmp_path, "SessionLocal().execute(ids)", definition, "SessionLocal") == {}
    runner = "import asyncio\n\n\ndef run_async(coroutine):\n    return asyncio.run(coroutine)\n"
    assert of_call(tmp_path, "run_async(load(ids))", runner, "run_async") == {}


@pytest.mark.parametrize(
    ("definition", "is_runner"),
    [
        ("import asyncio\n\n\ndef helper(coroutine):\n    return asyncio.run(coroutine)\n", True),
        ("import asyncio\n\n\ndef helper(load):\n    return asyncio.run(load())\n", True),
        (
            "import asyncio\n\n\ndef helper(load, *args):\n"
            "    loop = asyncio.new_event_loop()\n    return loop.run_until_complete(load(*args))\n",
            True,
        ),
        (
            "import asyncio\n\n\ndef helper(load):\n    async def inner():\n        return await load()\n\n"
            "    return asyncio.run(inner())\n",
            True,
        ),
        ("from asgiref.sync import async_to_sync\n\n\ndef helper(load):\n    return async_to_sync(load)()\n", True),
        # runs something of its own
        ("import asyncio\n\n\nasync def load(ids): ...\n\n\ndef helper(ids):\n    asyncio.run(load(ids))\n", False),
        ("from other import run\n\n\ndef helper(coroutine):\n    return run(coroutine)\n", False),
        ("import asyncio\n\n\nasync def helper(coroutine):\n    return await coroutine\n", False),
        ("import asyncio\n\n\ndef helper(coroutine):\n    coroutine = other()\n    asyncio.run(coroutine)\n", False),
    ],
)
def test_runners(definition: str, is_runner: bool, tmp_path: Path) -> None:
    assert of_call(tmp_path, "helper(ids)", definition, module="loops") == (
        {"async_runners": ["helper"]} if is_runner else {}
    )


LOCKING = """\
from functools import wraps

from redis import Redis

client = Redis()


def exclusive(key):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            {body}
            return function(*args)

        return wrapper

    return decorate
"""


@pytest.mark.parametrize(
    ("body", "is_lock"),
    [
        ("client.lock(key, timeout=60).acquire()", True),
        ("client.set(f'lock:{key}', 1, nx=True, ex=60)", True),
        ("client.set(f'seen:{key}', 1, nx=True, ex=60)", False),
        ("client.get(key)", False),
        ("pass", False),
    ],
)
def test_decorators_that_lock(body: str, is_lock: bool, tmp_path: Path) -> None:
    task = (
        "from shop.app import app\nfrom shop.locks import exclusive\n\n\n@app.task\n@exclusive('a')\ndef work(): ...\n"
    )
    found = proposed(tmp_path, {"shop/locks.py": LOCKING.format(body=body), "shop/tasks.py": task})
    assert found == ({"lock_decorators": ["locks.exclusive"]} if is_lock else {})


METRIC = """\
from prometheus_client import Counter

RUNS = Counter("runs", "", ["job", "status"])


def record(job, status, seconds):
    {body}
"""


@pytest.mark.parametrize(
    ("call", "body", "is_metric"),
    [
        ("record('work', 'ok', 1)", "RUNS.labels(job, status).inc()", True),
        ("record('shop.tasks.work', 'ok', 1)", "RUNS.labels(job=job, status=status).inc()", True),
        ("record('emails', 'ok', 1)", "RUNS.labels(job, status).inc()", False),
        ("record(ids, 'ok', 1)", "RUNS.labels(job, status).inc()", False),
        ("record('work', 'ok', 1)", "RUNS.labels('all', status).inc()", False),
        ("record('work', 'ok', 1)", "print(job, status)", False),
    ],
)
def test_metrics(call: str, body: str, is_metric: bool, tmp_path: Path) -> None:
    found = of_call(tmp_path, call, METRIC.format(body=body), "record", "metrics")
    assert found == ({"metric_calls": ["metrics.record"]} if is_metric else {})


@pytest.mark.parametrize(
    ("decorator", "definition", "expected"),
    [
        # what a call gave, under a name of its own; what a package gives
        ("@queue.retrying\n", "from vendor.jobs import queue\n", ["queue.retrying"]),
        ("@retrying(3)\n", "from vendor.jobs import retrying\n", ["jobs.retrying"]),
        ("@shop_task\n", "from celery import shared_task\n\nshop_task = shared_task\n", []),
        # known, or another library's, or not alone
        ("@app.task\n", "from shop.app import app\n", []),
        ("@job\n", "from rq.decorators import job\n", []),
        ("@first\n@second\n", "from vendor.jobs import first, second\n", []),
        ("", "", []),
    ],
)
def test_decorators_of_what_is_sent(decorator: str, definition: str, expected: list[str], tmp_path: Path) -> None:
    files = {
        "shop/work.py": f"{definition}\n\n{decorator}def work(ids): ...\n",
        "shop/views.py": "from shop.work import work\n\n\ndef view(ids):\n    work.delay(ids)\n",
    }
    assert proposed(tmp_path, files) == ({"task_decorators": expected} if expected else {})


def test_a_decorator_by_another_name(tmp_path: Path) -> None:
    """The word is what stands in the files: by it they are looked at."""
    files = {
        "shop/deco.py": "from celery import shared_task\n\nshop_job = shared_task\n",
        "shop/work.py": "from shop.deco import shop_job\n\n\n@shop_job\ndef work(ids): ...\n",
        "shop/views.py": "from shop.work import work\n\n\ndef view(ids):\n    work.delay(ids)\n",
    }
    (found,) = proposals(tmp_path, files)
    assert (found.field, found.value) == ("task_decorators", "shop_job")
    assert [Path(place.path).name for place in found.places] == ["work.py", "views.py"]


@pytest.mark.parametrize(
    ("bases", "register", "expected"),
    [
        ("Base", "app.register_task(Export())", {"task_bases": ["tasks.Base"]}),
        ("Base", "app.tasks.register(Export())", {"task_bases": ["tasks.Base"]}),
        ("Base", "registry.register(Export)", {}),
        ("Base, Mixin", "app.register_task(Export())", {}),
        ("Task", "app.register_task(Export())", {}),
        ("object", "app.register_task(Export())", {}),
    ],
)
def test_bases(bases: str, register: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    text = (
        "from celery import Task\nfrom shop.app import app\nfrom vendor.tasks import Base, Mixin, registry\n\n\n"
        f"class Export({bases}):\n    def run(self): ...\n\n\n{register}\n"
    )
    assert proposed(tmp_path, {"shop/export.py": text}) == expected


@pytest.mark.parametrize(
    ("line", "call", "expected"),
    [
        ("from billing.jobs import charge", "charge.apply_async((1,))", {"task_modules": ["billing.jobs"]}),
        ("from billing.tasks import charge", "charge.apply_async((1,))", {}),
        ("from billing.jobs import charge", "charge.delay(1)", {}),
        ("from billing.jobs import Charge", "Charge.apply_async((1,))", {}),
        ("from shop.app import charge", "charge.apply_async((1,))", {}),
    ],
)
def test_modules(line: str, call: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    assert proposed(tmp_path, {"shop/views.py": f"import celery\n{line}\n\n\ndef view():\n    {call}\n"}) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thumbnails.make", {"external_tasks": ["thumbnails.make"]}),
        ("shop.tasks.gone", {}),
        ("work", {}),
        ("celery.backend_cleanup", {}),
    ],
)
def test_tasks_of_others(name: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    text = f"import celery\nfrom shop.app import app\n\n\ndef view():\n    app.send_task('{name}')\n"
    assert proposed(tmp_path, {"shop/views.py": text}) == expected


def test_a_schedule_may_name_tasks_of_libraries(tmp_path: Path) -> None:
    text = "import celery\n\nCELERYBEAT_SCHEDULE = {'clean': {'task': 'esi.tasks.clean', 'schedule': 60}}\n"
    assert proposed(tmp_path, {"shop/settings.py": text}) == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("PeriodicTask.objects.create(task=task_name)", {"scheduler_helpers": ["beat.every"]}),
        ("PeriodicTask(name='x', task=task_name).save()", {"scheduler_helpers": ["beat.every"]}),
        ("PeriodicTask.objects.create(task='fixed')", {}),
        ("print(task_name)", {}),
    ],
)
def test_helpers_of_schedules(body: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    helper = f"from django_celery_beat.models import PeriodicTask\n\n\ndef every(minutes, task_name):\n    {body}\n"
    setup = "import celery\nfrom shop.beat import every\n\n\ndef setup():\n    every(5, task_name='shop.tasks.work')\n"
    assert proposed(tmp_path, {"shop/beat.py": helper, "shop/setup.py": setup}) == expected


def test_tests_and_examples_show_nothing(tmp_path: Path) -> None:
    definition = "import asyncio\n\n\ndef helper(coroutine):\n    return asyncio.run(coroutine)\n"
    task = TASK.format(module="loops", name="helper", body="helper(ids)")
    files = {"shop/loops.py": definition, "tests/test_work.py": task, "examples/work.py": task}
    assert proposed(tmp_path, files) == {}


def test_what_cannot_be_read_is_passed_by(tmp_path: Path) -> None:
    files = {"shop/broken.py": "from celery import\n", "shop/odd.py": "# coding: klingon\nimport celery\n"}
    assert proposed(tmp_path, files) == {}
