"""What functions of a project do, through all that they call."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.facts.effects import Effects
from celerylint.facts.project import ANYTHING
from tests.test_project import laid_out

DB = "from sqlalchemy.orm import scoped_session, sessionmaker, Session\nM = sessionmaker()\nS = scoped_session(M)\n"


def effects(root: Path, text: str, name: str = "f", **others: str) -> Effects:
    files = {"db.py": DB, "a.py": text, **{f"{each}.py": other for each, other in others.items()}}
    found = laid_out(root, files).effects(f"a.{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "done"),
    [
        ("s.commit()", {"commit"}),
        ("def g(t):\n        t.close()\n    g(s)", {"close"}),
        ("h(1, t=s)", {"rollback"}),
        ("t = s\n    t.flush()", {"flush", ANYTHING}),
        ("with s.begin():\n        pass", {"begin"}),
        ("with s:\n        pass", {ANYTHING}),
        ("defer(s.close)", {"close"}),
        ("defer(s)", {ANYTHING}),
        ("run(lambda: s.commit())", {ANYTHING}),
        ("return s", {ANYTHING}),
        ("if s is None:\n        return s.info", {"info"}),
        ("f(s)", set()),
        ("s = s or make()\n    s.commit()", {ANYTHING}),
        ("t = s or make()\n    t.commit()", {ANYTHING}),
        ("if s and not s.dirty:\n        s.flush()", {"dirty", "flush"}),
        ("defer(s or 1)", {ANYTHING}),
        ("raise NotImplementedError('later')", {ANYTHING}),
        ("...", {ANYTHING}),
        ("run.commit()", {ANYTHING}),
    ],
)
def test_what_is_done_to_what_is_given(tmp_path: Path, body: str, done: set[str]) -> None:
    text = f"from b import h\nfrom elsewhere import defer, run\ndef f(s):\n    {body}\n"
    assert effects(tmp_path, text, b="def h(n, t): t.rollback()\n").done_to("s") == done


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("def f(s, k): return s.get(User, k)", [("s", {"k"})]),
        ("from db import S\ndef f(k):\n    q = S.query(User)\n    return q.filter(User.id == k).first()", []),
        ("from db import S\ndef f(k): return S.query(User).filter(User.id == k).first()", [("", {"k"})]),
        ("from db import M\ndef f(k):\n    with M() as s: return s.get(User, k)", []),
        ("from db import Session\ndef f(s: Session, k): return s.get(User, k)", [("", {"k"})]),
        ("def f(s, k):\n    if k in seen: return seen[k]\n    return s.get(User, k)", []),
        ("def f(s, k):\n    if not k: return None\n    return s.get(User, k)", [("s", {"k"})]),
        ("def f(s, k):\n    if k: return s.get(User, k)", []),
        ("def f(s, k):\n    return (\n        s.get(User, k)\n    )", [("s", {"k"})]),
        ("def f(s, k):\n    for x in k: s.get(User, x)", []),
        ("@cache\ndef f(s, k): return s.get(User, k)", []),
        ("from b import h\ndef f(k, t): return h(t, k.id)", [("t", {"k"})]),
        ("from models import User\ndef f(k): return User.objects.get(name=k)", [("", {"k"})]),
        ("def f(s, k): return f(s, k)", []),
        ("def f(k): return k.get('name')", [("k", set())]),
    ],
)
def test_queries_that_are_always_made(tmp_path: Path, text: str, asked: list[tuple[str, set[str]]]) -> None:
    found = effects(tmp_path, text, b="def h(s, k): return s.get(User, k)\n").asked
    assert [(session, set(given)) for session, given in found] == asked


@pytest.mark.parametrize(
    ("body", "done"),
    [
        ("s.commit()", {"commit"}),
        ("h(1, t=s)", {"rollback"}),
        ("if s.dirty:\n        s.commit()", set()),
        ("return s", set()),
        ("try:\n        s.flush()\n    except ValueError:\n        s.rollback()\n    s.commit()", {"flush", "commit"}),
    ],
)
def test_what_is_done_each_time(tmp_path: Path, body: str, done: set[str]) -> None:
    text = f"from b import h\ndef f(s):\n    {body}\n"
    assert effects(tmp_path, text, b="def h(n, t): t.rollback()\n").done_to("s", always=True) == done


def test_the_session_that_an_object_was_made_with(tmp_path: Path) -> None:
    base = "from db import Session\nclass Base:\n    def __init__(self, s: Session): self.s = s\n"
    text = "from b import Base\nclass Users(Base):\n    def find(self, k): return self.s.get(User, k)\n"
    assert [*map(tuple, effects(tmp_path, text, "Users().find", b=base).asked)] == [("", {"k"})]


def test_an_event_loop_far_away(tmp_path: Path) -> None:
    text = "from b import h\ndef f(): h()\ndef g(): pass\n"
    other = "import asyncio\nimport a\ndef h(): a.f(); k()\ndef k(): asyncio.run(main())\n"
    (run,) = effects(tmp_path, text, b=other).loop_runs
    assert tuple(run) == ("asyncio.run", False, True, True)
    assert effects(tmp_path, text, "g", b=other).loop_runs == []


def test_no_effects_of_what_is_no_function_of_the_project(tmp_path: Path) -> None:
    index = laid_out(tmp_path, {"a.py": "class C: pass\nf = print\n"})
    assert [index.effects(name) for name in ("a.C", "a.f", "a.g", "os.path", "builtins.print", "?", "")] == [None] * 7


def test_many_calls_of_many_functions_end(tmp_path: Path) -> None:
    calls = "; ".join(f"f{number}(s, k)" for number in range(9))
    text = "".join(f"def f{number}(s, k): {calls}\n" for number in range(9)) + "def f(s, k): f0(s, k); s.get(User, k)\n"
    found = effects(tmp_path, text)
    assert [*map(tuple, found.asked)] == [("s", {"k"})]
    assert found.done_to("s") == {"get"}
    assert len(found.reached) == 10
