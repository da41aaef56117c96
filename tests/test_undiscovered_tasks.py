"""Packages in which nothing is discovered."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.undiscovered_tasks import UndiscoveredTasks
from celerylint.linter.project import ProjectIndex
from celerylint.syntax.source import Source, parse

APP = "from celery import Celery\napp = Celery('p', broker='redis://')\n"
FIND = "app.autodiscover_tasks(['p.jobs'])\n"
TASK = "from celery import shared_task\n@shared_task\ndef run(): ...\n"
FILES = {"p/__init__.py": "", "p/jobs/__init__.py": "", "p/jobs/mail.py": TASK, "p/jobs/text.py": "X = 1\n"}


def lost(root: Path, app: str, files: dict[str, str] | None = None) -> list[str]:
    """The modules that are not found, one a package."""
    for name, text in {**FILES, **(files or {}), "p/main.py": app}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    module = Module(Source(str(root / "p/main.py"), app, parse(app)), Settings(), ProjectIndex(str(root), Settings()))
    return [tasks.unfound for tasks in module.all(UndiscoveredTasks)]


@pytest.mark.parametrize(
    ("app", "files"),
    [
        (APP + FIND, {}),
        (APP + "app.autodiscover_tasks(packages=['p.jobs'], related_name='work')\n", {"p/jobs/tasks.py": TASK}),
        (APP + "from p import web\n" + FIND, {"p/web.py": "def send():\n    from p.jobs import mail\n"}),
        (APP + FIND, {"p/jobs/test_tasks.py": TASK}),
        (APP + FIND, {"p/jobs/__init__.py": "from p.main import app\nfrom .text import X\n"}),
    ],
)
def test_tasks_that_are_not_found(app: str, files: dict[str, str], tmp_path: Path) -> None:
    assert lost(tmp_path, app, files) == ["mail"]


@pytest.mark.parametrize(
    ("app", "files"),
    [
        (APP + FIND, {"p/jobs/tasks.py": "from p.jobs import mail\n"}),
        (APP + FIND, {"p/jobs/__init__.py": "from .mail import run\n"}),
        (APP + FIND, {"p/jobs/__init__.py": "from .text import *\n", "p/jobs/text.py": "from . import mail\n"}),
        (APP + FIND, {"p/jobs/__init__.py": "import pkgutil\nfor each in pkgutil.iter_modules(): load(each)\n"}),
        (APP + FIND, {"p/jobs/mail.py": "def run(): ...\n"}),
        (APP + "from . import web\n" + FIND, {"p/web.py": "import p.jobs.mail\n"}),
        (
            APP + "import p.web.views\n" + FIND,
            {"p/web/__init__.py": "from ..jobs.mail import run\n", "p/web/views.py": ""},
        ),
        (APP + FIND, {"p/__init__.py": "from p.jobs import mail\n"}),
        (APP + FIND, {"p/worker.py": "from p.main import app\nfrom .jobs import mail\n"}),
        (APP + FIND, {"celery_worker.py": "import p.jobs.mail\n"}),
        (APP + "app.conf.imports = ['p.jobs.mail']\n" + FIND, {}),
        (APP.replace("broker", "include=['p.jobs.mail'], broker") + FIND, {}),
        (APP + "import importlib\nimportlib.import_module('p.jobs.mail')\n" + FIND, {}),
        (APP + "app.autodiscover_tasks(['p.jobs'], related_name=NAME)\n", {}),
        (APP + "app.autodiscover_tasks(['p.jobs'], **options)\n", {}),
        (APP + "app.autodiscover_tasks(['p.jobs.mail', 'elsewhere'])\n", {}),
    ],
)
def test_tasks_that_are_found_or_may_be(app: str, files: dict[str, str], tmp_path: Path) -> None:
    assert lost(tmp_path, app, files) == []
