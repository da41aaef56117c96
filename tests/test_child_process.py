"""Processes that task code starts."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.child_process import ChildProcess
from tests.build import indented, module_of

IMPORTS = "import multiprocessing, os\nfrom celery import Celery, shared_task\napp = Celery('a')\n"


def names(body: str, before: str = "", settings: Settings = Settings()) -> list[str]:  # noqa: B008
    text = f"{IMPORTS}{before}\n@shared_task\ndef send():\n{indented(body)}"
    return [process.name for process in module_of(text, settings).all(ChildProcess)]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("multiprocessing.Process(target=print).start()", "Process"),
        ("with multiprocessing.pool.Pool() as pool: ...", "Pool"),
        ("multiprocessing.get_context('fork').Process()", "Process"),
        ("from multiprocessing import Pool\nPool()", "Pool"),
        ("class Own(multiprocessing.Process): ...\nOwn().start()", "Own"),
        ("run = lambda: multiprocessing.Manager()\nrun()", "Manager"),
    ],
)
def test_a_process_is_started(body: str, name: str) -> None:
    assert names(body) == [name]


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("", "multiprocessing.pool.ThreadPool()"),
        ("", "multiprocessing.Queue()"),
        ("", "multiprocessing.Process"),
        ("", "unknown.Process()"),
        ("import billiard as multiprocessing", "multiprocessing.Process()"),
        ("from billiard import Pool", "Pool()"),
        ("app.conf.worker_pool = 'threads'", "multiprocessing.Process()"),
        ("app.conf.update(worker_pool=POOL)", "multiprocessing.Process()"),
        ("print(multiprocessing.current_process())", "multiprocessing.Process()"),
    ],
)
def test_no_process_is_refused(before: str, body: str) -> None:
    assert names(body, before) == []


def test_a_pool_of_the_settings_may_allow_it() -> None:
    assert names("multiprocessing.Process()", settings=Settings(worker_pool="solo")) == []
    assert names("multiprocessing.Process()", settings=Settings(worker_pool="prefork")) == ["Process"]
    assert names("multiprocessing.Process()", "app.conf.worker_pool = 'prefork'") == ["Process"]
