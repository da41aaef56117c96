"""What `autodiscover_tasks` is given."""

from __future__ import annotations

import pytest

from celerylint.facts.autodiscover import Autodiscover
from tests.build import module_of, one

APP = "from celery import Celery\napp = Celery('shop')\n"


def discovery(arguments: str, before: str = APP) -> Autodiscover:
    return one(Autodiscover, f"{before}app.autodiscover_tasks({arguments})\n")


@pytest.mark.parametrize(
    ("entry", "better"),
    [
        ("shop/tasks", "shop.tasks"),
        ("./shop", "shop"),
        (".orders", "orders"),
        ("shop.*", "shop"),
        ("shop orders", "shop.orders"),
        ("shop\\\\orders", "shop.orders"),
        ("shop/tasks.py", "shop.tasks"),
        ("shop..orders", "shop.orders"),
    ],
)
def test_a_package_is_misspelt(entry: str, better: str) -> None:
    (found,) = discovery(f"['lib', '{entry}']").misspelt
    assert found.better == better


@pytest.mark.parametrize(
    "arguments",
    ["['shop', 'shop.orders', 'my-app', 'tasks.py', '']", "[name]", "NAMES", "lambda: ['a/b']", "'a/b'", "*ARGS", ""],
)
def test_no_package_is_misspelt(arguments: str) -> None:
    assert not discovery(arguments).misspelt


@pytest.mark.parametrize(
    ("arguments", "bad"),
    [
        ("['a'], related_name=['b', 'c']", True),
        ("['a'], 'b/c'", True),
        ("['a'], related_name=('b',)", True),
        ("['a'], related_name='b.c'", False),
        ("['a'], related_name=None", False),
        ("['a'], related_name=NAME", False),
        ("['a'], related_name=''", False),
        ("['a']", False),
    ],
)
def test_a_related_name_is_bad(arguments: str, bad: bool) -> None:
    assert bool(discovery(arguments).bad_related_name) is bad


@pytest.mark.parametrize(
    ("arguments", "nothing"),
    [
        ("", True),
        ("None", True),
        ("packages=[]", True),
        ("force=True, related_name='jobs'", True),
        ("['a']", False),
        ("NAMES", False),
        ("*NAMES", False),
        ("**OPTIONS", False),
        ("lambda: []", False),
    ],
)
def test_nothing_is_named(arguments: str, nothing: bool) -> None:
    assert discovery(arguments).names_nothing is nothing


@pytest.mark.parametrize(
    "before",
    [
        "from shop.celery import app\n",
        "from celery import Celery\napp = Celery('shop', fixups=[])\n",
        "from celery import Celery\napp = Celery('shop', **OPTIONS)\n",
        "from celery import Celery\n# Django\napp = Celery('shop')\n",
        "from celery import Celery\napp = Celery('shop')\napp.config_from_object('x', namespace='CELERY')\n",
    ],
)
def test_django_may_name_the_packages(before: str) -> None:
    assert discovery("", before).may_be_django
    assert not discovery("").may_be_django


@pytest.mark.parametrize(
    "beside",
    [
        "@app.task\ndef send(): ...",
        "from shop import tasks",
        "def late():\n    import shop.tasks",
        "app.conf.imports = ['shop.tasks']",
        "app.conf.update(SETTINGS)",
        "app.conf.update(**settings)",
        "app.config_from_object('shop.settings')",
    ],
)
def test_the_app_may_know_its_tasks_otherwise(beside: str) -> None:
    assert discovery("", f"{APP}{beside}\n").may_be_needless
    assert not discovery("", f"{APP}app.conf.update({{'timezone': 'UTC'}})\nimport os\n").may_be_needless


@pytest.mark.parametrize("before", ["from lib import app\n", "class App:\n    ...\napp = App()\n", ""])
def test_a_method_of_that_name_is_not_celerys(before: str) -> None:
    assert not module_of(f"{before}app.autodiscover_tasks('shop')\n").all(Autodiscover)
