"""The settings of an app that stand in several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.syntax.source import Source, parse
from celerylint.syntax.value import UNKNOWN
from tests.test_project import laid_out

APP = "from celery import Celery\napp = Celery('shop')\n"
DJANGO = APP + "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n"
SHARED = "from celery import shared_task\n@shared_task\ndef send(): ...\n"
BY_NAME = APP + "app.config_from_object('shop.conf')\n"
NAMESPACED = DJANGO + "app.config_from_object('django.conf:settings', namespace='CELERY')\n"

OWN_CLASS = "from celery import Celery\nclass Mine(Celery):\n    def gen_task_name(self, name, module): ...\n"
INIT = """    def __init__(self, **options):
        super().__init__('shop', broker='redis://', **options)
        self.x = 1
app = Mine()
"""
LOADING = OWN_CLASS + INIT.replace("self.x = 1\napp = Mine()", "self.config_from_object('shop.conf')")
LATER = "    def init_app(self, web): self.conf.update(web.config)\n"
HANDED = "from celery import Celery\nfrom .more import tell\napp = Celery('shop', broker='redis://')\ntell(app)\n"
FACTORY = """from celery import Celery
def make(late=None):
    app = Celery('shop', broker='redis://')
    return app
"""


def settings_of(root: Path, files: dict[str, str], tasks: str = "shop/tasks.py") -> AppSettings | None:
    """The settings of the app of the one task of a file; `shop` is a package."""
    index = laid_out(root, {"shop/__init__.py": "", tasks: SHARED, **files})
    text = (root / tasks).read_text()
    module = Module(Source(str(root / tasks), text, parse(text)), Settings(), index)
    return AppSettings.of_task(module.all(Task)[0])


@pytest.mark.parametrize(
    ("files", "value"),
    [
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "task_acks_late = True"}, True),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "timezone = 'UTC'"}, False),
        ({"shop/celery.py": APP + "app.config_from_object('shop.conf:C')", "shop/conf.py": "class C: ..."}, False),
        ({"shop/celery.py": APP + "from . import conf\napp.config_from_object(conf)", "shop/conf.py": "a = 1"}, False),
        (
            {"shop/celery.py": APP + "import shop.conf as c\napp.config_from_object(c)", "shop/conf.py": "a = 1"},
            False,
        ),
        (
            {
                "shop/celery.py": APP + "from shop.conf import C\napp.config_from_object(C())",
                "shop/conf.py": "class B:\n    task_acks_late = True\nclass C(B):\n    a = 1",
            },
            True,
        ),
        (
            {
                "shop/celery.py": APP + "app.config_from_object('shop.conf', namespace='jobs')",
                "shop/conf.py": "jobs_task_acks_late = True",
            },
            True,
        ),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "if a:\n    task_acks_late = True"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "from lib import *"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "globals().update(load())"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "load(__name__)"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME}, UNKNOWN),
        ({"shop/celery.py": BY_NAME + "app.conf.task_acks_late = True", "shop/conf.py": "task_acks_late = 0"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME, "shop/conf.py": "", "shop/more.py": "x.task_acks_late = True"}, UNKNOWN),
        ({"shop/celery.py": APP, "shop/conf.py": ""}, UNKNOWN),
        ({"shop/celery.py": APP.replace("'shop'", "'shop', broker='redis://'")}, False),
        ({"shop/celery.py": APP.replace("'shop'", "'shop', **options")}, UNKNOWN),
        ({"shop/celery.py": NAMESPACED, "shop/settings.py": "CELERY_TASK_ACKS_LATE = True"}, True),
        ({"shop/celery.py": NAMESPACED, "shop/settings.py": "DEBUG = True"}, False),
        (
            {
                "shop/celery.py": NAMESPACED,
                "shop/settings.py": "from .base import *\nCELERY_TASK_ACKS_LATE = True",
                "shop/base.py": "CELERY_TASK_ACKS_LATE = False",
            },
            True,
        ),
        (
            {
                "shop/celery.py": NAMESPACED,
                "shop/settings.py": "CELERY_TASK_ACKS_LATE = True\nfrom .base import *",
                "shop/base.py": "DEBUG = True",
            },
            UNKNOWN,
        ),
        (
            {
                "shop/celery.py": DJANGO + "app.config_from_object('django.conf:settings')",
                "shop/settings.py": "CELERY_TASK_ACKS_LATE = True",
            },
            UNKNOWN,
        ),
        (
            {
                "shop/celery.py": DJANGO + "app.config_from_object('django.conf:settings')",
                "shop/settings.py": "CELERY_ACKS_LATE = True",
            },
            True,
        ),
        ({"shop/celery.py": NAMESPACED.replace("shop.settings", "site.settings")}, UNKNOWN),
        (
            {
                "shop/celery.py": NAMESPACED,
                "shop/settings.py": "CELERY_TASK_ACKS_LATE = False",
                "shop/live.py": "from shop.settings import *\nCELERY_TASK_ACKS_LATE = True",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": BY_NAME + "app.add_defaults(load)", "shop/conf.py": "a = 1"}, UNKNOWN),
        ({"shop/celery.py": BY_NAME + "configure(app)", "shop/conf.py": "a = 1"}, UNKNOWN),
        (
            {
                "shop/celery.py": APP + "from shop.conf import C\napp.config_from_object(C())",
                "shop/conf.py": "class C:\n    def __init__(self): load(self)",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": BY_NAME + "def f(app): app.conf.update(load())", "shop/conf.py": "a = 1"}, UNKNOWN),
        (
            {
                "shop/celery.py": APP + "from .conf import OPTIONS\napp.conf.update(OPTIONS)",
                "shop/conf.py": "OPTIONS = {'broker_url': '', 'task_acks_late': True}",
            },
            True,
        ),
        (
            {
                "shop/celery.py": APP + "from .conf import OPTIONS\napp.conf.update(OPTIONS)",
                "shop/conf.py": "OPTIONS = {'broker_url': '', **load()}",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": OWN_CLASS + "app = Mine(broker='redis://', task_acks_late=True)"}, True),
        ({"shop/celery.py": OWN_CLASS + "app = Mine(broker='redis://')"}, False),
        ({"shop/celery.py": OWN_CLASS + "    task_cls = Job\napp = Mine(broker='redis://')"}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("broker", "task_acks_late=1, broker")}, 1),
        ({"shop/celery.py": OWN_CLASS + INIT}, False),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("://', **options", "://', **load()")}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("://', **options", "://', changes=load()")}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("self.x", "self.conf.task_acks_late")}, 1),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("self.x = 1", "load(self)")}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("self.x = 1", "self.config_from_object(load())")}, UNKNOWN),
        (
            {
                "shop/celery.py": "from .base import OwnCelery\napp = OwnCelery()",
                "shop/base.py": LOADING.replace("Mine", "OwnCelery"),
                "shop/conf.py": "task_acks_late = True",
            },
            True,
        ),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("super()", "super(Mine, self)")}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + INIT.replace("    def", "    @load\n    def")}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + LATER + INIT}, UNKNOWN),
        ({"shop/celery.py": OWN_CLASS + LATER.replace("conf", "pool") + INIT}, False),
        (
            {
                "shop/celery.py": "from .base import ShopCelery\napp = ShopCelery(broker='redis://')",
                "shop/base.py": OWN_CLASS + "class ShopCelery(Mine):\n    def gen_task_name(self, *args): ...",
            },
            False,
        ),
        (
            {
                "shop/celery.py": "from .base import ShopCelery\napp = ShopCelery(broker='redis://')",
                "shop/base.py": OWN_CLASS + "class ShopCelery(Mine):\n    def on_configure(self): load(self)",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): app.conf.task_acks_late = True"}, True),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): app.conf.update(task_acks_late=True)"}, True),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(a):\n    a.conf.timezone = 'UTC'\n    return a"}, False),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): app.conf.update(load())"}, UNKNOWN),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): app.config_from_object(load())"}, UNKNOWN),
        (
            {
                "shop/celery.py": HANDED,
                "shop/more.py": "def tell(app): app.config_from_object('shop.conf')",
                "shop/conf.py": "task_acks_late = True",
            },
            True,
        ),
        (
            {
                "shop/celery.py": HANDED,
                "shop/more.py": "def tell(app):\n    if x: app.config_from_object('shop.conf')",
                "shop/conf.py": "task_acks_late = True",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): load(app)"}, UNKNOWN),
        ({"shop/celery.py": HANDED, "shop/more.py": "def tell(app): load(app.conf)"}, UNKNOWN),
        (
            {"shop/celery.py": HANDED, "shop/more.py": "def tell(app):\n    def f(): app.conf.task_acks_late = 1"},
            UNKNOWN,
        ),
        ({"shop/celery.py": HANDED, "shop/more.py": "@cached\ndef tell(app): app.conf.task_acks_late = 1"}, UNKNOWN),
        (
            {"shop/celery.py": HANDED, "shop/more.py": "def tell(app):\n    if x: app.conf.task_acks_late = True"},
            UNKNOWN,
        ),
        (
            {
                "shop/celery.py": HANDED,
                "shop/more.py": "def tell(app):\n    if x: return\n    app.conf.task_acks_late = True",
            },
            UNKNOWN,
        ),
        (
            {
                "shop/celery.py": HANDED.replace("tell(app)", "if x: tell(app)"),
                "shop/more.py": "def tell(app): app.conf.task_acks_late = True",
            },
            UNKNOWN,
        ),
        ({"shop/celery.py": FACTORY + "app = make()\napp.conf.task_acks_late = True"}, True),
        ({"shop/celery.py": FACTORY + "app = make()"}, False),
        ({"shop/celery.py": FACTORY.replace("    return", "    app.conf.task_acks_late = 1\n    return")}, 1),
        ({"shop/celery.py": FACTORY + "app = make()\nconfigure(app)"}, UNKNOWN),
        ({"shop/celery.py": FACTORY.replace("    return", "    configure(app)\n    return")}, UNKNOWN),
        ({"shop/celery.py": FACTORY.replace("broker", "**options, broker")}, UNKNOWN),
        ({"shop/celery.py": FACTORY.replace("broker", "task_acks_late=late, broker")}, UNKNOWN),
    ],
)
def test_the_value_of_a_setting_of_another_file(tmp_path: Path, files: dict[str, str], value: object) -> None:
    settings = settings_of(tmp_path, files)
    assert (settings.value("task_acks_late") if settings else None) is value


@pytest.mark.parametrize(
    ("factory", "is_known"),
    [
        (FACTORY, True),
        ("from celery import Celery\ndef make(): return Celery('shop', broker='redis://')\n", True),
        (FACTORY.replace("    return app", "    if late: return None\n    return app"), False),
        (FACTORY.replace("def make", "@cached\ndef make"), False),
    ],
)
def test_the_app_of_a_task_that_a_function_made(tmp_path: Path, factory: str, is_known: bool) -> None:
    tasks = "from shop.main import app\n@app.task\ndef send(): ...\n"
    index = laid_out(tmp_path, {"shop/__init__.py": "", "shop/main.py": factory + "app = make()", "shop/t.py": tasks})
    module = Module(Source(str(tmp_path / "shop/t.py"), tasks, parse(tasks)), Settings(), index)
    found = [AppSettings.of_task(task) for task in module.all(Task)]
    assert any(found) is is_known


@pytest.mark.parametrize(
    ("more", "is_known"),
    [
        ("", True),
        ("app.autodiscover_tasks()\n", True),
        ("app.conf.task_acks_late = True\n", False),
        ("app.config_from_object('shop.conf')\n", False),
        ("configure(app)\n", False),
        ("configure(celery=app)\n", False),
    ],
)
def test_the_app_that_a_function_of_another_file_made(tmp_path: Path, more: str, is_known: bool) -> None:
    tasks = "from shop.main import app\n@app.task\ndef send(): ...\n"
    main = f"from shop.factory import make\napp = make()\n{more}"
    files = {"shop/__init__.py": "", "shop/factory.py": FACTORY, "shop/main.py": main, "shop/t.py": tasks}
    index = laid_out(tmp_path, files)
    module = Module(Source(str(tmp_path / "shop/t.py"), tasks, parse(tasks)), Settings(), index)
    found = [AppSettings.of_task(task) for task in module.all(Task)]
    assert any(found) is is_known


@pytest.mark.parametrize(
    ("files", "tasks", "is_known"),
    [
        ({"shop/celery.py": APP}, "shop/mail/tasks.py", False),
        ({"shop/celery.py": APP, "shop/mail/__init__.py": ""}, "shop/mail/tasks.py", True),
        ({"site/celery_app.py": APP, "site/__init__.py": ""}, "shop/tasks.py", True),
        ({"site/celery.py": APP, "other/celery.py": APP}, "shop/tasks.py", False),
        ({"example_shop/celery.py": APP, "example_shop/__init__.py": ""}, "shop/tasks.py", False),
        ({"site/celery.py": APP, "shop/celery.py": APP}, "shop/tasks.py", True),
        ({"shop/__init__.py": "from .core import app as celery_app", "shop/core.py": APP}, "shop/tasks.py", True),
        ({"shop/celery.py": APP + "second = Celery('b')"}, "shop/tasks.py", False),
        ({"shop/celery.py": "from lib import app"}, "shop/tasks.py", False),
        ({"shop/celery.py": "class Mine(Celery): ..."}, "shop/tasks.py", False),
    ],
)
def test_the_one_app_near_a_shared_task(tmp_path: Path, files: dict[str, str], tasks: str, is_known: bool) -> None:
    assert (settings_of(tmp_path, files, tasks) is not None) is is_known


def test_classes_that_are_derived_from_each_other(tmp_path: Path) -> None:
    files = {
        "shop/celery.py": "from .base import OneCelery\nclass TwoCelery(OneCelery): ...\napp = TwoCelery()",
        "shop/base.py": "from celery import Celery\nfrom .celery import TwoCelery\nclass OneCelery(TwoCelery, X): ...",
    }
    assert settings_of(tmp_path, files) is None
