"""What an editor is told, in one process: the same as the command line would say of the same texts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from celerylint.hosts import editor
from celerylint.linter import project
from celerylint.syntax.source import SourceError
from tests.processes import run_module
from tests.test_lsp import STRICT, UNRAISED
from tests.test_project_hosts import FILES

MODULES = [name for name in FILES if name.endswith(".py")]
Texts = dict[str, str]


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "shop"
    write(folder, FILES)
    yield folder
    for name in MODULES:
        editor.close(str(folder / name))


def write(root: Path, texts: Texts) -> None:
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def told(root: Path, texts: Texts) -> list[str]:
    """What is found in texts that are open, as lines."""
    looks = {name: editor.look(str(root / name), text, "utf-16") for name, text in texts.items()}
    assert [each.failures for each in looks.values()] == [[]] * len(texts)
    return sorted(
        f"{name}:{finding.span.line}:{finding.span.column + 1}: {finding.code} {finding.message}"
        for name, seen in looks.items()
        for finding in seen.findings
    )


def edited(text: str, chance: random.Random) -> str:
    """A text after one edit somewhere: a line gone, doubled, moved, commented, or called otherwise."""
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(6)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] += "  # noqa: CEL301"
    elif kind == 4:
        lines[at] = lines[at].replace("opened", "made").replace("order_id", "order_id, currency")
    else:
        lines[at] = lines[at].replace("return make()", "return print()")
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_same_is_told_as_of_files_with_these_texts(seed: int, root: Path, tmp_path: Path) -> None:
    """Edits of all files in turn, none saved; the command line is asked of a copy that is."""
    chance = random.Random(seed)
    texts, told_once = {name: FILES[name] for name in MODULES}, set[str]()
    told(root, texts)
    for number in range(60):
        name = chance.choice(MODULES)
        new = {**texts, name: edited(texts[name], chance) if number % 15 else FILES[name]}
        try:
            found = told(root, {name: new[name]})
        except SourceError:
            continue
        texts = new
        told_once.update(found)
        if number % 20 == 19:
            copy = tmp_path / f"copy-{number}"
            write(copy, {**FILES, **texts})
            done = run_module("celerylint", "check", "--quiet", "--no-cache", cwd=copy)
            assert told(root, texts) == sorted(done.out.splitlines()), texts
    assert told_once, "something was found at some time"


def test_what_mends_a_finding_is_tried_on_no_other_file(root: Path) -> None:
    """Fixes are checked as if the file had their text; afterwards it has its own again."""
    write(root, {"pyproject.toml": STRICT})
    jobs, views = str(root / "src/shop/jobs.py"), str(root / "src/shop/views.py")
    seen = editor.look(views, UNRAISED, "utf-16")
    assert [finding.code for finding in seen.findings] == ["CEL202"]
    assert [edit["newText"] for edits in seen.fixes.values() for edit in edits] == ["raise "]
    assert len(seen.fixed) == 1
    editor.look(jobs, FILES["src/shop/jobs.py"], "utf-16")
    assert {index._texts[views] for index in project._indexes.values() if str(root) == index.root} == {UNRAISED}


@pytest.mark.parametrize(
    ("place", "is_told"),
    [
        ("src/shop/views.py", True),
        ("src/shop/test_views.py", False),
        ("src/shop/build/views.py", False),
        (".venv/views.py", False),
        ("../build/shop/views.py", True),
        ("../lib/site-packages/shop/views.py", False),
    ],
)
def test_where_a_file_is_told_of(place: str, is_told: bool, root: Path) -> None:
    path = str((root / place).resolve())
    text = "from celery import Celery\napp = Celery('shop')\napp.send_task('pay', countdwn=1)\n"
    assert [finding.code for finding in editor.look(path, text, "utf-8").findings] == ["CEL529"] * is_told
    editor.close(path)
