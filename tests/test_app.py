"""What is a Celery app, and whose `task` decorator makes a task."""

from __future__ import annotations

import ast

import pytest

from celerylint.facts.app import creation, is_task_factory
from celerylint.facts.task import Task
from celerylint.facts.task_class import TaskClass
from tests.build import dedented, module_of


def is_task(text: str) -> bool:
    """Whether the one decorated function of a text is a Celery task."""
    return bool(module_of(text).all(Task))


@pytest.mark.parametrize(
    "text",
    [
        "from celery import Celery\napp = Celery()\n@app.task\ndef f(): ...",
        "import celery\napp = celery.Celery('x')\n@app.task()\ndef f(): ...",
        "from celery import Celery\ndef make():\n    app = Celery()\n    @app.task\n    def f(): ...",
        "from celery import Celery\nclass App(Celery): ...\napp = App()\n@app.task\ndef f(): ...",
        "from celery import Celery\ndef make(): return Celery()\napp = make()\n@app.task\ndef f(): ...",
        "from celery import Celery\ndef register(app: Celery):\n    @app.task\n    def f(): ...",
        "from celery import shared_task\n@shared_task\ndef f(): ...",
        "from celery import shared_task as task\n@task(bind=True)\ndef f(self): ...",
        "import celery\n@celery.shared_task\ndef f(): ...",
        "from celery import app\n@app.shared_task\ndef f(): ...",
        "from celery import current_app\n@current_app.task\ndef f(): ...",
        "from app import celery\n@celery.task\ndef f(): ...",
        "from proj.celery import app\n@app.task\ndef f(): ...",
        "from .celery import app as application\n@application.task\ndef f(): ...",
        "from app import notify_celery\n@notify_celery.task(name='deliver')\ndef f(): ...",
        "from app import celeryconf\n@celeryconf.app.task\ndef f(): ...",
        "from app.worker import app\n@app.task(bind=True, acks_late=True)\ndef f(self): ...",
        "from celery import Celery\nfrom functools import partial\napp = Celery()\n"
        "task = partial(app.task, bind=True)\n@task\ndef f(self): ...",
        "from celery import Celery\napp = Celery()\ndef f(): ...\ng = app.task(f)",
        "from celery import shared_task\ndef f(): ...\ng = shared_task(bind=True)(f)",
        "from celery import shared_task\ndef audited(**options):\n    return shared_task(bind=True, **options)\n"
        "@audited(max_retries=1)\ndef f(self): ...",
        "from celery import shared_task\n@trace\n@shared_task\n@atomic\ndef f(): ...",
        "if x:\n    from celery import shared_task\nelse:\n    from celery import shared_task\n"
        "@shared_task\ndef f(): ...",
    ],
)
def test_a_function_is_a_task(text: str) -> None:
    assert is_task(text)


@pytest.mark.parametrize(
    "text",
    [
        "from invoke import task\n@task\ndef f(c): ...",
        "from locust import task\nclass U:\n    @task(3)\n    def f(self): ...",
        "from airflow.decorators import task\n@task(retries=2)\ndef f(): ...",
        "from airflow import decorators\nimport celery\n@decorators.task\ndef f(): ...",
        "from prefect import task\n@task(retries=3)\nasync def f(): ...",
        "from huey import RedisHuey\nhuey = RedisHuey()\n@huey.task(retries=2)\ndef f(): ...",
        "from taskiq import InMemoryBroker\nbroker = InMemoryBroker()\n@broker.task(max_retries=3)\nasync def f(): ...",
        "from procrastinate import App\napp = App()\n@app.task(queue='q')\nasync def f(): ...",
        "class Board:\n    def task(self, f): return f\nboard = Board()\n@board.task\ndef f(self): ...",
        "from lib import Base\nclass Board(Base): ...\nboard = Board()\n@board.task(rate_limit=1)\ndef f(self): ...",
        "def task(f): return f\n@task\ndef f(self): ...",
        "@task\ndef f(self): ...",
        "@app.task\ndef f(self): ...",
        "from app import scheduler\n@scheduler.task\ndef f(self): ...",
        "def register(app):\n    @app.task\n    def f(self): ...",
        "from celery import shared_task\ndef f(shared_task):\n    @shared_task\n    def g(): ...",
        "from celery import shared_task\nshared_task = other\n@shared_task\ndef f(): ...",
        "try:\n    from celery import shared_task\nexcept ImportError:\n    def shared_task(f): return f\n"
        "@shared_task\ndef f(): ...",
        "from celery.signals import task_success\n@task_success.connect\ndef f(self): ...",
        "from celery import Celery\napp = Celery()\n@app.on_after_configure.connect\ndef f(sender): ...",
        "from celery import Celery\napp = Celery()\napp = Flask()\n@app.task\ndef f(): ...",
    ],
)
def test_a_function_is_no_task(text: str) -> None:
    assert not is_task(text)


@pytest.mark.parametrize(
    "decorator",
    [
        "from django.tasks import task",
        "from langgraph.func import task",
        "from crewai.project import task",
        "from inspect_ai import task",
        "from flytekit import task",
        "from robocorp.tasks import task",
        "from app.decorators import task",
    ],
)
def test_a_bare_task_decorator_of_another_module_is_not_celerys(decorator: str) -> None:
    """Even where the file uses Celery too."""
    assert not is_task(f"from celery import current_app\n{decorator}\n@task\nasync def f(): ...\n")


@pytest.mark.parametrize(
    "text",
    [
        "from app.tkq import broker\n@broker.task(max_retries=3, retry_on_error=True)\nasync def f(): ...",
        "from taskiq import TaskiqDepends\nfrom app.tkq import broker\n@broker.task(max_retries=3)\nasync def f(): ...",
        "import faust\nfrom celery import chain\nfrom app.streams import app\n@app.task\nasync def f(): ...",
        "from app.celery import scheduler\n@scheduler.task('interval', id='poll', minutes=5)\ndef f(self): ...",
    ],
    ids=["taskiq", "taskiq-imported", "faust", "flask-apscheduler"],
)
def test_the_task_method_of_another_library_is_not_celerys(text: str) -> None:
    assert not is_task(text)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("from celery import Task\nclass A(Task): ...", ["A"]),
        ("import celery\nclass A(celery.Task): ...\nclass B(A): ...", ["A", "B"]),
        ("from celery.app.task import Task\nclass A(Mixin, Task): ...", ["A"]),
        ("from celery import Celery\napp = Celery()\nclass A(app.Task): ...", ["A"]),
        ("from proj.celery import app\nclass A(app.Task): ...", ["A"]),
        ("from jobs.models import Task\nclass A(Task): ...", []),
        ("from celery import shared_task\nfrom jobs.models import Task\nclass A(Task): ...", []),
        ("import luigi\nfrom celery import shared_task\nclass A(luigi.Task): ...", []),
        ("import asyncio\nfrom celery import shared_task\nclass A(asyncio.Task): ...", []),
        ("class Task: ...\nclass A(Task): ...", []),
        ("from celery import Task\nclass A(Task): ...\nclass Task: ...", []),
    ],
)
def test_classes_of_tasks(text: str, classes: list[str]) -> None:
    assert [owner.name for owner in module_of(text).all(TaskClass)] == classes


def test_the_call_that_made_an_app_is_found_through_names() -> None:
    module = module_of("from celery import Celery\nmade = Celery(task_cls=X)\napp = made\napp.conf\nother.conf\n")
    attributes = [node for node in ast.walk(module.source.tree) if isinstance(node, ast.Attribute)]
    made = [creation(module, node) for node in attributes]
    assert [call is not None and call.keywords[0].arg for call in made] == ["task_cls", False]
    assert creation(module, module.source.tree) is None


def test_the_words_of_the_settings_name_bases() -> None:
    from celerylint.core.settings import Settings

    text = "from shared.tasks import BaseJob\nclass A(BaseJob):\n    def run(self): ...\n"
    assert not module_of(text).all(TaskClass)
    assert module_of(text, Settings(task_bases=("BaseJob",))).all(TaskClass)


def test_keywords_that_only_celery_takes_make_an_unknown_receiver_an_app() -> None:
    text = dedented(
        """
        def register(app):
            @app.task(bind=True)
            def f(self): ...
        """
    )
    module = module_of(text)
    (decorator,) = module.index.functions()[1].decorator_list
    assert isinstance(decorator, ast.Call)
    assert is_task_factory(module, decorator.func, decorator)
    decorator.keywords[0].arg = "name"
    assert not is_task_factory(module, decorator.func, decorator)
