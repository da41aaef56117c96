"""python-lsp-server with our plugin, and with flake8 and ours in it, driven by a real client."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.editors import Editor, applied, edits, environment
from tests.processes import run_module
from tests.test_lsp import STRICT, TYPO, UNRAISED

SERVER = (sys.executable, "-m", "pylsp")
FLAKE8 = {"pylsp": {"plugins": {"flake8": {"enabled": True}}}}
OFF = {"pylsp": {"plugins": {"celerylint": {"enabled": False}}}}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(STRICT)
    (folder / "tasks.py").write_text(UNRAISED)
    return folder


def editor(root: Path, options: Any = None) -> Editor:
    return Editor(root, command=SERVER, more=environment(root.parent), options=options)


def test_findings_have_their_exact_places(root: Path) -> None:
    path = root / "tasks.py"
    text = 'from celery import Celery\napp = Celery("shop")\n' + TYPO.format(before="😀")
    with editor(root) as it:
        it.open(path)
        (found,) = [each for each in it.found(path) if each.source == "celerylint"]
        it.type(path, text)
        (wide,) = [each for each in it.found(path) if each.source == "celerylint"]
        (fix, *_) = it.actions(path, wide)
        assert it.leave() == 0
    assert found.code == "CEL202"
    assert found.range == types.Range(types.Position(7, 4), types.Position(7, 34))
    assert found.code_description
    line = text.splitlines()[2].encode("utf-16-le")
    assert line[wide.range.start.character * 2 : wide.range.end.character * 2].decode("utf-16-le") == 'queueu="x"'
    assert applied(text, edits(fix)) == text.replace("queueu", "queue")


def test_flake8_in_it_reports_the_same_once_and_ours_mends_it(root: Path) -> None:
    (root / ".flake8").write_text("[flake8]\nselect = CEL\n")
    path = root / "tasks.py"
    with editor(root, FLAKE8) as it:
        it.open(path)
        (found,) = [each for each in it.found(path) if str(each.code).startswith("CEL")]
        fixes = it.actions(path, found)
        assert it.leave() == 0
    assert (found.source, found.code, found.range.start) == ("flake8", "CEL202", types.Position(7, 4))
    assert [(each.title, each.kind) for each in fixes] == [
        ("Fix CEL202: write `raise self.retry(...)`", "quickfix"),
        ("Silence CEL202 on this line: # noqa", "quickfix"),
        ("celerylint: fix all that is safe", "source.fixAll.celerylint"),
    ]
    assert fixes[0].diagnostics == (found,)


def test_the_plugin_can_be_switched_off(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root, OFF) as it:
        it.open(path)
        assert "CEL202" not in it.codes(path)
        assert it.actions(path, only=["source.fixAll.celerylint"]) == []


def test_all_that_is_safe_is_mended_by_a_command(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        commands = it.initialized.capabilities.execute_command_provider
        assert commands
        assert "celerylint.fixAll" in commands.commands
        it.open(path)
        it.found(path)
        params = types.ExecuteCommandParams("celerylint.fixAll", [path.as_uri()])
        it.run(it.client.workspace_execute_command_async(params))
        (given,) = it.wait(lambda: it.applied)
        assert it.leave() == 0
    assert given.edit.document_changes
    (change,) = given.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 1
    assert applied(UNRAISED, change.edits) == UNRAISED.replace("    self.retry", "    raise self.retry")


def test_what_is_typed_counts_also_for_other_files(root: Path) -> None:
    """And what is closed does so no more."""
    (root / "app.py").write_text("from celery import Celery\n\napp = Celery('shop')\n")
    (root / "jobs.py").write_text("from app import app\n\n\n@app.task\ndef pay(order_id): ...\n")
    views, jobs = root / "views.py", root / "jobs.py"
    text = "from jobs import pay\n\n\ndef close(order_id):\n    pay.delay(order_id, 'EUR')\n"
    with editor(root) as it:
        it.open(views, text)
        assert "CEL504" in it.codes(views)
        it.open(jobs)
        it.found(jobs)
        it.type(jobs, jobs.read_text().replace("order_id)", "order_id, currency)"))
        it.found(jobs)
        it.type(views, f"{text}\n")
        assert "CEL504" not in it.codes(views)
        it.close(jobs)
        it.type(views, f"{text}\n\n")
        assert "CEL504" in it.codes(views)


def test_odd_documents_are_no_trouble(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(root / "broken.py", f"{UNRAISED}def (:\n")
        assert "CEL202" not in it.codes(root / "broken.py")
        assert it.actions(root / "broken.py") == []
        it.open("untitled:Untitled-1", UNRAISED)
        assert "CEL202" in it.codes("untitled:Untitled-1")
        (root / "pyproject.toml").write_text('[tool.celerylint]\nprofil = "strict"\n')
        it.open(path)
        assert "CEL202" not in it.codes(path)
        (message, *_) = it.wait(lambda: it.client.messages)
        assert it.leave() == 0
    assert "unknown setting; did you mean 'profile'?" in message.message


def test_flake8_without_it_is_left_alone(root: Path) -> None:
    """What the plugin adds to the server's start: nothing of LibCST, pygls or Celery."""
    code = (
        "import sys, celerylint.hosts.pylsp\n"
        "print({'libcst', 'pygls', 'celery', 'astroid'} & {name.partition('.')[0] for name in sys.modules})"
    )
    (root / "measure.py").write_text(code)
    assert run_module("measure", cwd=root) == (0, "set()\n", "")
