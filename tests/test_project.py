"""What names of other files mean."""

from __future__ import annotations

import ast
import os
import time
from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.core.span import ELSEWHERE
from celerylint.facts.module import Module
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.task import Task
from celerylint.linter.project import ProjectIndex, hold, index_for, look_again, project_root
from celerylint.syntax.source import Source, parse
from celerylint.syntax.value import UNKNOWN, fold
from tests.build import dedented, node_at

MAKER = "from sqlalchemy.orm import sessionmaker\n"


def laid_out(root: Path, files: dict[str, str]) -> ProjectIndex:
    """The index of a project with these files; `__init__.py` is not made by itself."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedented(text))
    return ProjectIndex(str(root), Settings())


def meant(root: Path, importer: str, index: ProjectIndex) -> str | None:
    """What the last name `x` of a file means."""
    text = (root / importer).read_text()
    module = Module(Source(str(root / importer), text, parse(text)), Settings(), index)
    return module.scopes.qualified(node_at(module, "x"))


SESSION = "sqlalchemy.orm.sessionmaker()()"


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"a.py": "from db import s as x; x", "db.py": f"{MAKER}M = sessionmaker()\ns = M()"}, SESSION),
        ({"a.py": "import db\nx = db.open()\nx", "db.py": f"{MAKER}def open(): return sessionmaker()()"}, SESSION),
        ({"p/__init__.py": "", "p/a.py": "from .db import x\nx", "p/db.py": f"{MAKER}x = sessionmaker()()"}, SESSION),
        (
            {"p/__init__.py": "", "p/a.py": "from . import db\nx = db.y\nx", "p/db.py": f"{MAKER}y = sessionmaker()()"},
            SESSION,
        ),
        (
            {
                "p/__init__.py": "",
                "p/q/__init__.py": "",
                "p/q/a.py": "from ..db import x\nx",
                "p/db.py": f"{MAKER}x = sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from p import x\nx",
                "p/__init__.py": "from .core import x",
                "p/core.py": f"{MAKER}x = sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from p import x\nx",
                "p/__init__.py": "from .core import *",
                "p/core.py": f"{MAKER}x = sessionmaker()()",
            },
            SESSION,
        ),
        ({"a.py": "from db import *\nx", "db.py": f"{MAKER}x = sessionmaker()()"}, SESSION),
        (
            {"a.py": "from db import C\nx = C.maker()\nx", "db.py": f"{MAKER}class C:\n    maker = sessionmaker()"},
            SESSION,
        ),
        (
            {
                "a.py": "from db import C\nx = C().made\nx",
                "db.py": f"{MAKER}class C:\n    @property\n    def made(self): return sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from db import D\nx = D.maker()\nx",
                "db.py": f"{MAKER}class C:\n    maker = sessionmaker()\nclass D(C): ...",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from db import D\nx = D.maker()\nx",
                "db.py": "from base import C\nclass D(C): ...",
                "base.py": f"{MAKER}class C:\n    maker = sessionmaker()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from db import scope\nwith scope() as x:\n    x",
                "db.py": f"import contextlib as c\n{MAKER}@c.contextmanager\ndef scope():\n  yield sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from db import get\nx = next(get())\nx",
                "db.py": f"{MAKER}def get():\n    yield sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "a.py": "from db import make\nx = make()\nx",
                "db.py": f"from functools import partial\n{MAKER}make = partial(sessionmaker)",
            },
            "sqlalchemy.orm.sessionmaker()",
        ),
        (
            {
                "src/p/__init__.py": "",
                "src/p/a.py": "from p.db import x\nx",
                "src/p/db.py": f"{MAKER}x = sessionmaker()()",
            },
            SESSION,
        ),
        (
            {
                "tests/a.py": "from p.db import x\nx",
                "src/p/__init__.py": "",
                "src/p/db.py": f"{MAKER}x = sessionmaker()()",
            },
            SESSION,
        ),
        ({"n/a.py": "from n.db import x\nx", "n/db.py": f"{MAKER}x = sessionmaker()()"}, SESSION),
        (
            {"one/db.py": "x = 1", "two/db.py": f"{MAKER}x = sessionmaker()()", "two/a.py": "from db import x\nx"},
            SESSION,
        ),
        (
            {"a.py": "from app import app as x\nx", "app.py": "from celery import Celery\napp = Celery()"},
            "celery.Celery()",
        ),
        (
            {
                "a.py": "from app import app as x\nx",
                "app.py": "from celery import Celery\ndef make():\n    a = Celery()\n    return a\napp = make()",
            },
            "celery.Celery()",
        ),
        ({"p/__init__.py": "", "p/a.py": "from .db import f as x\nx", "p/db.py": "def f(): ..."}, "p.db.f"),
        ({"p/__init__.py": "", "p/a.py": "from p import f as x\nx", "p/db.py": "def f(): ..."}, "p.f"),
        ({"a.py": "from db import unknown\nx = unknown()\nx", "db.py": "from far import unknown"}, "far.unknown()"),
        ({"a.py": "from b import x\nx", "b.py": "from a import x"}, "b.x"),
        ({"a.py": "from nowhere import x\nx"}, "nowhere.x"),
        ({"a.py": "from .nowhere import x\nx"}, ".nowhere.x"),
        ({"a.py": "from celery import x\nx", "celery.py": "x = 1"}, "celery.x"),
        ({"a.py": "from db import x\nx", "db.py": "def ("}, "db.x"),
        ({"a.py": "from db import x\nx", "db.py": f"{MAKER}if a:\n    x = 1\nelse:\n    x = sessionmaker()"}, "db.x"),
    ],
)
def test_names_are_followed_to_where_they_are_made(files: dict[str, str], name: str, tmp_path: Path) -> None:
    index = laid_out(tmp_path, files)
    importer = next(path for path in files if path.endswith("a.py"))
    assert meant(tmp_path, importer, index) == name


def test_the_file_beside_is_nearer_than_one_of_the_root(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"db.py": "x = 1", "two/db.py": "def x(): ...", "two/a.py": "from db import x\nx"})
    assert meant(tmp_path, "two/a.py", index) == "two.db.x"


def test_a_definition_of_another_file_is_found_with_its_module(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"p/__init__.py": "", "p/base.py": "class A:\n    def run(self): ...\n"})
    place = index.place("p.base.A.run")
    assert place is not None
    assert (place.node.name, place.module.is_elsewhere) == ("run", True)
    assert [index.place(name) for name in ("p.base.B", "p.base", "p.far.A", "q.base.A", "p.base.A()")] == [None] * 5


def test_the_value_of_an_imported_name_is_found_through_other_imports(tmp_path: Path) -> None:
    index = laid_out(
        tmp_path,
        {
            "a.py": "",
            "p/__init__.py": "from .c import app",
            "p/c.py": "from .d import made as app",
            "p/d.py": "made = 1 + 2",
        },
    )
    value = index.value(str(tmp_path / "a.py"), "p.app")
    assert value is not None
    assert (value.node.__class__.__name__, value.module.source.path) == ("BinOp", str(tmp_path / "p" / "d.py"))
    assert index.value(str(tmp_path / "a.py"), "p.none") is None
    assert index.value(str(tmp_path / "a.py"), "p") is None


@pytest.mark.parametrize(
    ("files", "value"),
    [
        ({"a.py": "from names import x\nx", "names.py": "x = 'shop.' + 'mail'"}, "shop.mail"),
        ({"a.py": "import names\nnames.x", "names.py": "from deeper import y as x", "deeper.py": "y = 60 * 5"}, 300),
        (
            {"a.py": "from names import N\nN.x", "names.py": "import enum\nclass N(str, enum.Enum):\n    x = 'mail'"},
            "mail",
        ),
        (
            {
                "a.py": "from names import N\nN.x.value",
                "names.py": "import enum\nclass N(enum.StrEnum):\n    x = 'mail'",
            },
            "mail",
        ),
        ({"a.py": "class N:\n    x = 'mail'\nN.x"}, "mail"),
        ({"a.py": "import enum\nclass N(enum.Enum):\n    x = 'mail'\nN.x"}, UNKNOWN),
        ({"a.py": "from names import x\nx", "names.py": "x = 1\nx = 2"}, UNKNOWN),
        ({"a.py": "from names import x\nx", "names.py": "from a import x"}, UNKNOWN),
        ({"a.py": "from os import x\nx", "os.py": "x = 1"}, UNKNOWN),
        ({"a.py": "from names import N\nN.x", "names.py": "class N(Far):\n    x = 'mail'"}, UNKNOWN),
    ],
)
def test_constants_are_followed_to_where_they_are_written(files: dict[str, str], value: object, tmp_path: Path) -> None:
    index = laid_out(tmp_path, files)
    text = (tmp_path / "a.py").read_text()
    module = Module(Source(str(tmp_path / "a.py"), text, parse(text)), Settings(), index)
    last = module.source.tree.body[-1]
    assert isinstance(last, ast.Expr)
    found = fold(last.value, module.scopes)
    assert found is value if value is UNKNOWN else found == value


@pytest.mark.parametrize("name", ["pyproject.toml", "setup.cfg", "setup.py", ".git"])
def test_the_root_is_where_a_project_begins(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert project_root(str(tmp_path / "a" / "b")) == str(tmp_path)


def test_nothing_of_a_project_is_run(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "from db import x\nx", "db.py": "open('ran', 'w')\nx = 1\n"})
    meant(tmp_path, "a.py", index)
    assert sorted(os.listdir(tmp_path)) == ["a.py", "db.py"]


# --- changes


def aged(path: Path, text: str) -> None:
    """Write a file that is old enough to be kept."""
    path.write_text(text)
    then = time.time() - 60
    os.utime(path, (then, then))


def parsed_by(index: ProjectIndex, root: Path) -> tuple[str | None, int]:
    """What `x` of `a.py` means, and how many other files were parsed for it."""
    before = index.parsed
    return meant(root, "a.py", index), index.parsed - before


def test_one_edited_file_is_the_only_one_parsed_again(tmp_path: Path) -> None:
    aged(tmp_path / "db.py", f"{MAKER}from base import make\nx = make()\n")
    aged(tmp_path / "base.py", f"{MAKER}def make(): return sessionmaker()()\n")
    (tmp_path / "a.py").write_text("from db import x\nx\n")
    index = ProjectIndex(str(tmp_path), Settings())
    assert parsed_by(index, tmp_path) == (SESSION, 2)
    index.refresh()
    assert parsed_by(index, tmp_path) == (SESSION, 0)
    aged(tmp_path / "base.py", f"{MAKER}def make(): return sessionmaker()\n")
    index.refresh()
    assert parsed_by(index, tmp_path) == ("sqlalchemy.orm.sessionmaker()", 1)


def test_a_definition_is_not_parsed_until_it_is_something_else(tmp_path: Path) -> None:
    aged(tmp_path / "base.py", "import os\nclass x: ...\n")
    (tmp_path / "a.py").write_text("from base import x\nx\n")
    index = ProjectIndex(str(tmp_path), Settings())
    assert parsed_by(index, tmp_path) == ("base.x", 0)
    aged(tmp_path / "base.py", "from lib import x\n")
    index.refresh()
    assert parsed_by(index, tmp_path) == ("lib.x", 1)


def test_a_long_lived_process_sees_edits_and_new_files(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "from db import x\nx\n"})
    assert meant(tmp_path, "a.py", index) == "db.x"
    (tmp_path / "db.py").write_text("def x(): ...\n")
    index.refresh()
    assert meant(tmp_path, "a.py", index) == "db.x"
    (tmp_path / "db.py").write_text(f"{MAKER}x = sessionmaker()\n")
    index.refresh()
    assert meant(tmp_path, "a.py", index) == "sqlalchemy.orm.sessionmaker()"
    (tmp_path / "db.py").unlink()
    index.refresh()
    assert meant(tmp_path, "a.py", index) == "db.x"


def test_an_unsaved_text_stands_for_its_file_until_it_is_saved(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "from db import x\nx\n", "db.py": f"{MAKER}x = sessionmaker()\n"})
    index.begin(str(tmp_path / "db.py"), f"{MAKER}x = sessionmaker()()\n")
    assert meant(tmp_path, "a.py", index) == SESSION
    index.begin(str(tmp_path / "a.py"))
    assert meant(tmp_path, "a.py", index) == SESSION
    index.begin(str(tmp_path / "db.py"))
    assert meant(tmp_path, "a.py", index) == "sqlalchemy.orm.sessionmaker()"


def test_a_text_that_nobody_read_is_no_news(tmp_path: Path) -> None:
    """Others stay as they were read; where a function does something else, that is known anew."""
    text = "def close(s):\n    s.commit()\n"
    index = laid_out(tmp_path, {"a.py": "from db import x\nx\n", "db.py": f"{MAKER}x = 1\n{text}", "c.py": ""})

    def done() -> frozenset[str]:
        found = index.effects("db.close")
        assert found is not None
        return found.done_to("s")

    assert done() == {"commit"}
    path = str(tmp_path / "db.py")
    module = index.module(path)
    assert not index.replace(str(tmp_path / "c.py"), "x = 1\n")
    assert index.module(path) is module
    assert index.replace(path, f"{MAKER}x = 1\n{text}    s.rollback()\n")
    assert done() == {"commit", "rollback"}
    assert index.replace(path, f"{MAKER}x = sessionmaker()()\n{text}")
    assert meant(tmp_path, "a.py", index) == SESSION
    assert index.replace(path, None)
    assert meant(tmp_path, "a.py", index) == "db.x"
    assert done() == {"commit"}


def test_a_file_of_which_only_the_words_were_looked_at_may_change_too(tmp_path: Path) -> None:
    files = {"a.py": "from b import g\ndef f(): g()\n", "b.py": "from tasks import t\ndef g(): t(1)\n"}
    index = laid_out(tmp_path, {**files, "tasks.py": "def t(n): ...\n"})
    path = str(tmp_path / "b.py")

    def sent() -> tuple[str, ...]:
        found = index.effects("a.f")
        assert found
        return found.sent

    assert (sent(), index.parsed) == ((), 1)
    (tmp_path / "b.py").write_text("from tasks import t\ndef g(): t.delay(1)\n")
    index.refresh()
    assert sent() == ("tasks.t",)
    assert index.replace(path, files["b.py"])
    assert sent() == ()
    assert index.replace(path, None)
    assert sent() == ("tasks.t",)


def test_a_text_that_is_held_stands_for_its_file_in_every_index(tmp_path: Path) -> None:
    laid_out(tmp_path, {"setup.py": "", "a.py": "from db import x\nx\n", "db.py": f"{MAKER}x = sessionmaker()\n"})
    own, path = str(tmp_path / "a.py"), str(tmp_path / "db.py")
    first = index_for(own, Settings())
    assert meant(tmp_path, "a.py", first) == "sqlalchemy.orm.sessionmaker()"
    hold(path, f"{MAKER}x = sessionmaker()()\n")
    try:
        for index in (first, index_for(own, Settings(queues=("mail",)))):
            assert meant(tmp_path, "a.py", index) == SESSION
            assert index.is_written(["sessionmaker()()"], own)
            index.refresh()
            assert meant(tmp_path, "a.py", index) == SESSION
    finally:
        hold(path, None)
    assert meant(tmp_path, "a.py", first) == "sqlalchemy.orm.sessionmaker()"
    assert not first.is_written(["sessionmaker()()"], own)


def test_somebody_says_that_files_changed(tmp_path: Path) -> None:
    laid_out(tmp_path, {"setup.py": "", "a.py": "from db import x\nx\n", "db.py": f"{MAKER}x = sessionmaker()\n"})
    index = index_for(str(tmp_path / "a.py"), Settings())
    assert meant(tmp_path, "a.py", index) == "sqlalchemy.orm.sessionmaker()"
    (tmp_path / "db.py").write_text(f"{MAKER}x = sessionmaker()()\n")
    look_again()
    assert meant(tmp_path, "a.py", index) == SESSION


def test_a_process_has_one_index_for_a_root_and_settings(tmp_path: Path) -> None:
    (tmp_path / "setup.py").touch()
    (tmp_path / "p").mkdir()
    first = index_for(str(tmp_path / "p" / "a.py"), Settings())
    assert index_for(str(tmp_path / "b.py"), Settings()) is first
    assert index_for(str(tmp_path / "b.py"), Settings(queues=("mail",))) is not first


def test_a_task_may_be_made_and_given_options_by_another_file(tmp_path: Path) -> None:
    files = {
        "base.py": """
            from celery import Celery, Task
            app = Celery()
            class Late(Exception): pass
            OPTIONS = {"countdown": 5, "max_retries": 7}
            class Patient(Task):
                autoretry_for = (Late, OSError)
                retry_kwargs = OPTIONS
            def patient(**options):
                return app.task(autoretry_for=(Late,), **options)
            """,
        "jobs.py": """
            from base import Patient, patient
            from celery import shared_task
            @shared_task(base=Patient, retry_jitter=True)
            def by_base(): pass
            @patient(retry_jitter=True)
            def by_maker(): pass
            """,
    }
    index = laid_out(tmp_path, files)
    path = tmp_path / "jobs.py"
    module = Module(Source(str(path), path.read_text(), parse(path.read_text())), Settings(), index)
    by_base, by_maker = module.all(RetryPolicy)
    option = by_base.task.option("autoretry_for")
    assert option is not None
    assert not option.is_in(module)
    assert option.span is ELSEWHERE
    assert by_base.retried == [None, "builtins.OSError"]
    assert (by_base.max_retries, by_base.fixed_delay) == (7, 5)
    assert by_maker.retried == [None]
    assert by_maker.task.app_creation is None
    assert by_maker.task.app is not None


def test_a_maker_of_another_file_is_no_app_though_it_is_called_task(tmp_path: Path) -> None:
    files = {
        "graph.py": """
            from celery import Celery
            app = Celery()
            def task(**options):
                return app.task(autoretry_for=(OSError,), **options)
            """,
        "jobs.py": """
            import celery
            import graph
            @graph.task(shared=False)
            def upload(): pass
            """,
    }
    index = laid_out(tmp_path, files)
    path = tmp_path / "jobs.py"
    module = Module(Source(str(path), path.read_text(), parse(path.read_text())), Settings(), index)
    (upload,) = module.all(Task)
    assert upload.option("autoretry_for") is not None


# --- what the whole project says

TASK = """
    from celery import shared_task

    @shared_task(name="pay")
    def {name}(): ...
"""


def named_elsewhere(index: ProjectIndex, root: Path, name: str = "a.py") -> list[str]:
    """The files besides one in which something is called `pay`."""
    return [index.path_of(module) for module in index.naming("pay", str(root / name))]


def test_other_files_that_give_a_task_a_name(tmp_path: Path) -> None:
    own = TASK.format(name="own")
    files = {"a.py": own, "b.py": TASK.format(name="other"), "copy/a.py": own, "c.py": "", "docs/a.py": "pay"}
    index = laid_out(tmp_path, files | {"docs/a.py": TASK.format(name="third")})
    assert named_elsewhere(index, tmp_path) == ["b.py"]
    assert named_elsewhere(index, tmp_path, "b.py") == ["a.py", "copy/a.py"]
    assert named_elsewhere(index, tmp_path, "c.py") == ["a.py", "b.py", "copy/a.py"]
    assert named_elsewhere(index, tmp_path, "docs/a.py") == []
    assert index.naming("unheard", str(tmp_path / "a.py")) == []


def test_a_name_that_another_file_is_given_later_is_seen(tmp_path: Path) -> None:
    """By an editor that lives on."""
    index = laid_out(tmp_path, {"a.py": TASK.format(name="own"), "b.py": ""})
    assert named_elsewhere(index, tmp_path) == []
    (tmp_path / "b.py").write_text(dedented(TASK.format(name="other")))
    index._looked -= 10
    index.begin(str(tmp_path / "a.py"))
    assert named_elsewhere(index, tmp_path) == ["b.py"]


def test_an_unsaved_name_is_compared(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "", "b.py": TASK.format(name="other")})
    index.begin(str(tmp_path / "a.py"), dedented(TASK.format(name="own")))
    assert named_elsewhere(index, tmp_path) == ["b.py"]
    index.begin(str(tmp_path / "a.py"), dedented(TASK.format(name="other")))
    assert named_elsewhere(index, tmp_path) == []


@pytest.mark.parametrize(
    ("chooser", "chooses"),
    [
        ("if X:\n    from p import b\nelse:\n    from p import c\n", True),
        ("try:\n    import p.b as t\nexcept ImportError:\n    import p.c as t\n", True),
        ("from p import b\nfrom p import c\n", False),
        ("def ready():\n    from p import b, c\n", False),
        ("if X:\n    from p import b\n", False),
        ("if X:\n    from p import bb\nelse:\n    from p import cc\n", False),
    ],
)
def test_which_of_two_files_is_chosen(chooser: str, chooses: bool, tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"p/b.py": "x = 1", "p/c.py": "x = 2", "main.py": ""})
    (tmp_path / "main.py").write_text(chooser)
    one, other = (index.module(str(tmp_path / "p" / name)) for name in ("b.py", "c.py"))
    assert one is not None
    assert other is not None
    assert index.chooses(one, other) is chooses
    assert not index.chooses(one, one)


def test_words_of_other_files(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "pay", "b.py": "x = pay()", "c.py": "repay()", "tests/test_a.py": "refund"})
    a, b = str(tmp_path / "a.py"), str(tmp_path / "b.py")
    assert [index.speaks_of("pay", a), index.speaks_of("pay", b), index.speaks_of("repay", a)] == [True] * 3
    assert [index.speaks_of("x", b), index.speaks_of("epay", a), index.speaks_of("refund", a)] == [False] * 3


def test_files_that_make_apps(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "Celery()", "b.py": "MyCelery()", "tests/conftest.py": "Celery()"})
    assert [index.path_of(module) for module in index.app_files()] == ["a.py"]
