"""The language server, driven over standard input and output by a real client."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.editors import SERVER, Editor, applied, edits, environment
from tests.processes import clean_environment, run, run_module
from tests.test_project_hosts import FILES, FOUND

UNRAISED = """\
from celery import Celery

app = Celery("shop")


@app.task(bind=True)
def charge(self, order_id):
    self.retry(countdown=order_id)
"""
STRICT = '[tool.celerylint]\nextend-select = ["CEL202", "CEL210"]\n'
INITIALIZE = (
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"processId":null,"rootUri":null}}'
)
TYPO = '"""{before}"""; app.send_task("pay", queueu="x")\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one file, where notes are on."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(STRICT)
    (folder / "tasks.py").write_text(UNRAISED)
    return folder


def editor(*folders: Path, more: dict[str, str] | None = None, **options: Any) -> Editor:
    return Editor(*folders, more={**environment(folders[0].parent), **(more or {})}, **options)


def disturbed(folder: Path, code: str) -> dict[str, str]:
    """What makes a server do something with each `text` in the middle of a check."""
    apart = folder / "apart"
    apart.mkdir()
    (apart / "sitecustomize.py").write_text(
        "import celerylint.linter.check as module\n"
        "check = module.check\n"
        "def disturbed(path, text, *more):\n"
        f"    {code}\n"
        "    return check(path, text, *more)\n"
        "module.check = disturbed\n"
    )
    return {"PYTHONPATH": os.pathsep.join([str(apart), os.environ.get("PYTHONPATH", "")])}


def command_line(root: Path) -> list[tuple[str, int, int]]:
    """What the command line finds in tasks.py."""
    done = run([*SERVER[:-1], "check", "--quiet", "tasks.py"], root, more=environment(root.parent))
    places = (line.split(" ")[:2] for line in done.out.splitlines())
    return [(code, int(place.split(":")[1]), int(place.split(":")[2])) for place, code in places]


def messages(*texts: str) -> bytes:
    """Messages as they are sent."""
    return "".join(f"Content-Length: {len(text)}\r\n\r\n{text}" for text in texts).encode()


# --- what is found


@pytest.mark.parametrize(
    "played", ["visual_studio_code", "neovim", "neovim@v0.6.1", "emacs", types.ClientCapabilities()], ids=str
)
def test_a_file_that_is_opened_is_checked(played: str | types.ClientCapabilities, root: Path) -> None:
    path = root / "tasks.py"
    with editor(root, played=played) as it:
        it.open(path)
        (found,) = it.found(path)
        assert it.leave() == 0
    assert (found.code, found.source, found.severity) == ("CEL202", "celerylint", types.DiagnosticSeverity.Information)
    assert found.range == types.Range(types.Position(7, 4), types.Position(7, 34))
    assert found.message.startswith("`self.retry()` ends the task here")
    assert found.code_description
    assert found.code_description.href.endswith("/rules/retry-not-raised/")
    assert command_line(root) == [("CEL202", 8, 5)]


def test_severities_and_tags(root: Path) -> None:
    text = (
        UNRAISED + "\n\n@app.task(retry_backoff=True, default_retry_delay=5, autoretry_for=(OSError,), max_retrys=3)\n"
    )
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path, text + "def send(): ...\n\n\napp.send_task('x', queueu='y')\n")
        found = {str(each.code): (each.severity, each.tags) for each in it.found(path)}
    severity, tag = types.DiagnosticSeverity, types.DiagnosticTag
    assert found["CEL529"] == (severity.Error, None)
    assert found["CEL105"] == (severity.Warning, None)
    assert found["CEL202"] == (severity.Information, None)
    assert found["CEL210"] == (severity.Information, (tag.Unnecessary,))


@pytest.mark.parametrize(("encoding", "unit"), [("utf-8", 1), ("utf-16", 2), ("utf-32", 4)])
def test_ranges_count_what_was_agreed_on(encoding: str, unit: int, root: Path) -> None:
    can = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=[encoding]))
    name = encoding if unit == 1 else f"{encoding}-le"
    with editor(root, played=can) as it:
        assert it.initialized.capabilities.position_encoding == encoding
        for before in ("plain", "é", "e\u0301", "漢字", "😀 👩\u200d👩", "\t"):
            path = root / f"{before.strip()}.py"
            text = 'from celery import Celery\napp = Celery("shop")\n' + TYPO.format(before=before)
            it.open(path, text)
            (found,) = it.found(path)
            (fix, *_) = it.actions(path, found)
            line = text.splitlines()[2].encode(name)
            place = slice(found.range.start.character * unit, found.range.end.character * unit)
            assert line[place].decode(name) == 'queueu="x"', before
            assert applied(text, edits(fix), encoding) == text.replace("queueu", "queue"), before


def test_lines_end_where_editors_end_them(root: Path) -> None:
    """A form feed, U+2028 and U+0085 end no line; CR and CRLF do, and stay."""
    head = '"""\x0c\u2028\x85"""\r\nfrom celery import Celery\rapp = Celery("shop")\r\n'
    text = head + 'app.send_task("pay", queueu="x")\r\n'
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path, text)
        (found,) = it.found(path)
        assert (found.range.start.line, found.range.start.character) == (3, 21)
        it.open(root / "other.py", UNRAISED.replace("\n", "\r\n").replace("(self, order_id)", "(order_id)"))
        unbound = it.found(root / "other.py")
        made = [
            edit.new_text
            for each in unbound
            for action in it.actions(root / "other.py", each)
            for edit in edits(action)
        ]
        assert "\n" not in "".join(made).replace("\r\n", "")


def test_settings_suppressions_and_excluded_files_count_as_on_the_command_line(root: Path) -> None:
    (root / "pyproject.toml").write_text(
        STRICT + 'exclude = ["legacy"]\nper-file-ignores = { "quiet.py" = ["CEL202"] }\n'
    )
    texts = {
        "tasks.py": UNRAISED,
        "noqa.py": UNRAISED.replace("order_id)\n", "order_id)  # noqa: CEL202\n"),
        "off.py": f"# celerylint: disable-file\n{UNRAISED}",
        "quiet.py": UNRAISED,
        "test_tasks.py": UNRAISED,
        "legacy/tasks.py": UNRAISED,
        ".venv/lib/tasks.py": UNRAISED,
    }
    with editor(root) as it:
        for name, text in texts.items():
            it.open(root / name, text)
        found = {name: it.codes(root / name) for name in texts}
    assert [name for name, codes in found.items() if codes] == ["noqa.py", "tasks.py"] or found == {
        name: ["CEL202"] if name == "tasks.py" else [] for name in texts
    }
    assert found["noqa.py"] == []


# --- while somebody types


def test_what_is_typed_is_checked_and_only_the_last_version_is_reported(root: Path) -> None:
    path = root / "tasks.py"
    mended = UNRAISED.replace("    self.retry", "    raise self.retry")
    with editor(root) as it:
        it.open(path)
        assert it.codes(path) == ["CEL202"]
        for number in range(20):
            it.type(path, f"{UNRAISED}# {number}\n")
        it.type(path, mended)
        assert it.codes(path) == []
        assert len(it.reports(path)) <= 4, "each key is no check"
        versions = [each.version for each in it.reports(path)]
        assert versions == sorted(versions, key=lambda version: version or 0)


def test_a_text_that_cannot_be_parsed_keeps_what_was_found(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path)
        assert it.codes(path) == ["CEL202"]
        it.type(path, f"{UNRAISED}def (:\n")
        assert it.actions(path) == []
        it.type(path, f"\n{UNRAISED}")
        assert [each.range.start.line for each in it.found(path)] == [8]
        assert [len(each.diagnostics) for each in it.reports(path)] == [1, 1]
        it.open(root / "broken.py", "from celery import (\n")
        it.type(root / "broken.py", UNRAISED)
        assert it.codes(root / "broken.py") == ["CEL202"]


def test_a_buffer_that_is_not_saved_counts_for_the_others(tmp_path: Path) -> None:
    """The session that jobs.py opens, and the task that views.py calls, are known by what the editor has."""
    root = tmp_path / "project"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    jobs, views, database = (root / f"src/shop/{name}.py" for name in ("jobs", "views", "db"))
    with editor(root) as it:
        it.open(jobs)
        it.open(views)
        it.open(database)
        it.until(jobs, ["CEL301"])
        it.until(views, ["CEL504"])
        it.type(database, FILES["src/shop/db.py"].replace("return make()", "return print()"))
        it.until(jobs, [])
        it.type(jobs, FILES["src/shop/jobs.py"].replace("pay(order_id)", "pay(order_id, currency)"))
        it.until(views, [])
        it.type(database, "def (:\n")
        it.type(jobs, FILES["src/shop/jobs.py"])
        it.until(views, ["CEL504"])
        it.until(jobs, [])
        it.close(database)
        it.until(jobs, ["CEL301"])
        assert it.leave() == 0
    done = run([*SERVER[:-1], "check", "--quiet", "."], root, more=environment(tmp_path))
    assert len(done.out.splitlines()) == len(FOUND)


def test_closing_a_document_clears_it(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path)
        assert it.codes(path) == ["CEL202"]
        it.close(path)
        it.until(path, [])
        it.open(path)
        it.until(path, ["CEL202"])


def test_settings_and_files_that_change_on_the_disk_are_seen(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.wait(lambda: it.registered)
        (registration,) = it.registered
        assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        it.open(path)
        it.until(path, ["CEL202"])
        it.change_on_disk(root / "pyproject.toml", "[tool.celerylint]\n")
        it.until(path, [])
        it.change_on_disk(root / "pyproject.toml", STRICT)
        it.until(path, ["CEL202"])


def test_settings_are_read_again_without_a_word_of_the_editor(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root, played=types.ClientCapabilities()) as it:
        it.open(path)
        it.until(path, ["CEL202"])
        (root / "pyproject.toml").write_text("[tool.celerylint]\n")
        it.type(path, f"{UNRAISED}\n")
        assert it.codes(path) == []
        assert it.registered == []


def test_settings_that_are_broken_are_told_once(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path)
        it.until(path, ["CEL202"])
        it.change_on_disk(root / "pyproject.toml", '[tool.celerylint]\nprofil = "strict"\n')
        it.wait(lambda: it.client.messages)
        it.type(path, f"{UNRAISED}\n")
        it.change_on_disk(root / "pyproject.toml", STRICT)
        assert it.codes(path) == ["CEL202"]
        (message,) = it.client.messages
    assert message.type is types.MessageType.Error
    assert "pyproject.toml: tool.celerylint.profil: unknown setting; did you mean 'profile'?" in message.message


# --- documents of all kinds


def test_several_folders_each_with_its_settings_and_files_in_none(root: Path, tmp_path: Path) -> None:
    other, apart = tmp_path / "other", tmp_path / "apart äö %41"
    for folder in (other, apart):
        folder.mkdir()
        (folder / "tasks.py").write_text(UNRAISED)
    (other / "setup.py").touch()
    with editor(root, other) as it:
        for folder in (root, other, apart):
            it.open(folder / "tasks.py")
        assert [it.codes(folder / "tasks.py") for folder in (root, other, apart)] == [["CEL202"], [], []]
        (apart / "pyproject.toml").write_text(STRICT)
        it.change_on_disk(apart / "pyproject.toml", STRICT)
        it.until(apart / "tasks.py", ["CEL202"])


def test_a_text_without_a_file_is_one_of_the_first_folder(root: Path) -> None:
    with editor(root) as it:
        it.open("untitled:Untitled-1", UNRAISED)
        (found,) = it.found("untitled:Untitled-1")
        assert it.actions("untitled:Untitled-1", found)[0].title.startswith("Fix CEL202")
    with Editor(more=environment(root)) as it:
        it.open("untitled:Untitled-1", UNRAISED.replace("(bind=True)", "").replace("self, ", ""))
        assert it.codes("untitled:Untitled-1") == ["CEL201"]


def test_what_is_no_python_file_is_left_alone(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(root / "book.ipynb", "{}", language="json")
        it.open("vscode-notebook-cell:/shop/book.ipynb#W0", UNRAISED)
        it.open(f"git:{path}?HEAD", UNRAISED)
        it.open(root / "pyproject.toml", STRICT, language="toml")
        it.open("untitled:notes", "celery", language="markdown")
        it.open(path)
        assert it.codes(path) == ["CEL202"]
        assert {each.uri for each in it.arrived} == {path.as_uri()}
        assert (it.client.log_messages, it.client.messages) == ([], [])
        assert it.hover(root / "pyproject.toml", 0, 0) is None
        assert it.actions(root / "pyproject.toml") == []


def test_odd_texts_end_nothing(root: Path) -> None:
    path = root / "tasks.py"
    deep = "a." * 20000 + "b\n"
    with editor(root) as it:
        for text in ["", "\n", "\ufeff" + UNRAISED, "\ud800", "x = 1\0", "(" * 5000, UNRAISED + deep]:
            it.open(root / "odd.py", text)
            it.actions(root / "odd.py")
            it.close(root / "odd.py")
        it.open(path)
        assert it.codes(path) == ["CEL202"]
        assert it.leave() == 0
        assert it.client.log_messages == []


# --- what is done about it


def test_a_finding_is_mended_by_a_quick_fix(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path)
        (found,) = it.found(path)
        fix, silence, fix_all = it.actions(path, found)
        assert it.actions(path) == [], "there is nothing at the first line"
        assert it.actions(path, found, ["refactor"]) == []
        assert it.actions(path, found, ["quickfix"]) == [fix, silence]
        assert it.actions(path, None, ["source"]) == [fix_all]
    assert fix.title == "Fix CEL202: write `raise self.retry(...)`"
    assert (fix.kind, fix.is_preferred, fix.diagnostics) == (types.CodeActionKind.QuickFix, True, (found,))
    assert fix.edit
    assert fix.edit.document_changes
    (change,) = fix.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(path.as_uri(), 1)
    assert applied(UNRAISED, edits(fix)) == UNRAISED.replace("    self.retry", "    raise self.retry")


def test_a_finding_is_silenced_on_its_line(root: Path) -> None:
    """In the comment that is there, if one is."""
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path, "")
        for before, after in [
            ("", "  # noqa: CEL202"),
            ("  # noqa: E501", "  # noqa: E501, CEL202"),
            ("  # why", None),
        ]:
            text = UNRAISED.replace("id)\n", f"id){before}\n").replace(f"(self, order_id){before}", "(self, order_id)")
            it.type(path, text)
            (found,) = it.found(path)
            (silence,) = [each for each in it.actions(path, found) if each.title.startswith("Silence")]
            assert (silence.kind, silence.is_preferred) == ("quickfix", None)
            silenced = applied(text, edits(silence))
            assert silenced == text.replace(f"{before}\n", f"{after or '  # why  # noqa: CEL202'}\n") or not before
            it.type(path, silenced)
            assert it.codes(path) == []


def test_what_a_baseline_holds_is_not_shown_and_not_mended(root: Path) -> None:
    path = root / "tasks.py"
    again = UNRAISED.split("\n\n\n")[1].replace("charge", "refund")
    made = run([*SERVER[:-1], "baseline", "create"], root, more=environment(root.parent))
    assert made.code == 0, made
    with editor(root) as it:
        it.open(path)
        assert it.codes(path) == []
        it.type(path, f"# moved\n{UNRAISED}\n\n{again}")
        (found,) = it.found(path)
        assert found.range.start.line == 13
        (fix,) = it.actions(path, None, ["source.fixAll"])
        assert len(edits(fix)) == 1
        assert applied(f"# moved\n{UNRAISED}\n\n{again}", edits(fix)).count("raise") == 1
        baseline = root / "celerylint-baseline.json"
        text = baseline.read_text()
        baseline.unlink()
        it.change_on_disk(root / "pyproject.toml", STRICT)
        it.until(path, ["CEL202", "CEL202"])
        it.change_on_disk(baseline, text)
        it.until(path, ["CEL202"])
        it.change_on_disk(baseline, "{")
        it.wait(lambda: it.client.messages)
    assert "celerylint-baseline.json" in it.client.messages[0].message


def test_a_fix_that_somebody_has_to_look_at_says_so(root: Path) -> None:
    path = root / "tasks.py"
    text = UNRAISED.replace("(bind=True)", "").replace("self, ", "").replace("    self", "    raise self")
    with editor(root) as it:
        it.open(path, text)
        (found,) = it.found(path)
        fix, _ = it.actions(path, found)
        assert it.actions(path, found, ["source.fixAll"]) == []
    assert fix.title.startswith("Fix CEL201 (unsafe): give the decorator `bind=True`")
    assert fix.is_preferred is None
    assert applied(text, edits(fix)) == UNRAISED.replace("    self", "    raise self")


def test_fix_all_mends_what_is_safe(root: Path) -> None:
    body = UNRAISED.split("\n\n\n")[1].rstrip()
    more = (body.replace("charge", f"charge_{number}") for number in range(3))
    plain = "\n\n\n".join([UNRAISED.rstrip(), *more])
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path, "")
        for text in (plain, f"{plain}\n\n\n", plain.replace("\n", "\r\n"), f"{plain}\n".replace("\n", "\r\n")):
            it.type(path, text)
            assert it.codes(path) == ["CEL202"] * 4
            (fix,) = it.actions(path, None, ["source.fixAll"])
            assert fix.kind == "source.fixAll.celerylint"
            fixed = applied(text, edits(fix))
            assert fixed == text.replace("    self.retry", "    raise self.retry")
        it.type(path, fixed)
        assert it.codes(path) == []
        assert it.actions(path, None, ["source.fixAll"]) == []


def test_edits_without_versions_for_clients_that_do_not_know_them(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root, played=types.ClientCapabilities()) as it:
        it.open(path)
        (found,) = it.found(path)
        fix = it.actions(path, found)[0]
    assert fix.edit
    assert fix.edit.document_changes is None
    assert list(fix.edit.changes or {}) == [path.as_uri()]


def test_actions_are_for_the_text_that_the_editor_has(root: Path) -> None:
    """Asked before the text was checked."""
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path, "")
        it.type(path, f"\n{UNRAISED}")
        (fix,) = it.actions(path, None, ["source.fixAll.celerylint"])
        assert applied(f"\n{UNRAISED}", edits(fix)).count("raise self.retry") == 1


def test_without_libcst_there_are_no_fixes_and_one_line_says_why(root: Path, tmp_path: Path) -> None:
    apart = tmp_path / "apart"
    apart.mkdir()
    (apart / "sitecustomize.py").write_text(
        "import sys\nsys.modules['libcst'] = None\nimport importlib.util as u\n"
        "find = u.find_spec\nu.find_spec = lambda name, *more: None if name == 'libcst' else find(name, *more)\n"
    )
    path = root / "tasks.py"
    with Editor(root, more={**environment(tmp_path), "PYTHONPATH": str(apart)}) as it:
        it.open(path)
        (found,) = it.found(path)
        assert [action.title for action in it.actions(path, found)] == ["Silence CEL202 on this line: # noqa"]
        (message,) = it.client.log_messages
    assert message.message == 'celerylint: no fixes: LibCST is not installed: pip install "celerylint[lsp]"'


def test_the_page_of_a_rule_is_shown_where_it_applies(root: Path) -> None:
    path = root / "tasks.py"
    with editor(root) as it:
        it.open(path)
        it.found(path)
        hover = it.hover(path, 7, 10)
        assert it.hover(path, 0, 0) is None
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind is types.MarkupKind.Markdown
    explained = run_module("celerylint", "explain", "CEL202", cwd=root).out
    page = explained.split("\n\n", 1)[1].split("\n\nSeverity:")[0]
    assert hover.contents.value.startswith(f"### CEL202 retry-not-raised\n\n{page}\n\n[note: https://")
    assert hover.range == types.Range(types.Position(7, 4), types.Position(7, 34))


# --- the life of the server


def test_it_leaves_as_the_protocol_asks(root: Path) -> None:
    with editor(root) as it:
        assert it.leave() == 0
    with editor(root, command=[*SERVER, "--stdio"]) as it:
        it.client.exit(None)
        assert it.run(it.process.wait()) == 1
    with editor(root) as it:
        assert it.process.stdin
        it.process.stdin.close()
        assert it.run(it.process.wait()) == 1


def test_a_check_that_takes_long_holds_up_nobody(root: Path, tmp_path: Path) -> None:
    """Neither who asks for something else, nor who wants to leave."""
    path = root / "tasks.py"
    with editor(root, more=disturbed(tmp_path, "if 'slow' in text: import time; time.sleep(600)")) as it:
        it.open(path)
        it.found(path)
        it.open(root / "slow.py", f"{UNRAISED}# slow\n")
        assert it.hover(path, 7, 10)
        assert it.leave() == 0
        assert it.reports(root / "slow.py") == []


def test_nothing_but_messages_on_standard_output_and_nothing_on_standard_error(root: Path) -> None:
    texts = [
        INITIALIZE,
        '{"jsonrpc":"2.0","method":"initialized","params":{}}',
        '{"jsonrpc":"2.0","id":2,"method":"shutdown"}',
        '{"jsonrpc":"2.0","method":"exit"}',
    ]
    done = run(SERVER, root, text=messages(*texts), more=environment(root))
    assert (done.code, done.err) == (0, "")
    rest, answers = done.out, 0
    while rest:
        head, _, body = rest.partition("\r\n\r\n")
        length = int(head.split("Content-Length: ")[1].split("\r\n")[0])
        rest, answers = body[length:], answers + 1
    assert answers == 2


def test_odd_messages_end_nothing(root: Path) -> None:
    odd = [
        '{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.py"},'
        '"position":{"line":0,"character":0}}}',
        INITIALIZE,
        "{nope",
        '{"jsonrpc":"2.0","id":7,"method":"foo/bar","params":{}}',
        '{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{}}}',
        '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x.py","version":2},'
        '"contentChanges":[{"text":"x"}]}}',
        '{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///x.py"}}}',
        '{"jsonrpc":"2.0","id":2,"method":"shutdown"}',
        '{"jsonrpc":"2.0","method":"exit"}',
    ]
    done = run(SERVER, root, text=messages(*odd), more=environment(root))
    assert done.code == 0, done
    assert '"id": 7' in done.out
    assert "Method Not Found" in done.out
    assert '"result": null' in done.out


def test_an_internal_error_is_logged_and_ends_nothing(root: Path, tmp_path: Path) -> None:
    path = root / "tasks.py"
    with editor(
        root, more=disturbed(tmp_path, "print('noise')\n    if 'boom' in text: raise RuntimeError('boom')")
    ) as it:
        it.open(path, f"{UNRAISED}# boom\n")
        it.wait(lambda: it.client.log_messages)
        it.type(path, UNRAISED)
        assert it.codes(path) == ["CEL202"]
        assert it.leave() == 0
        (message,) = it.client.log_messages
    assert message.type is types.MessageType.Error
    assert message.message == f"celerylint: {path}: internal error: RuntimeError: boom"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_ctrl_c_ends_it(root: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(SERVER, cwd=root, env=clean_environment(), stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(messages(INITIALIZE))
        process.stdin.flush()
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=20)
    assert (process.returncode, error) == (-signal.SIGINT, b"")


def test_without_pygls_one_line_says_what_is_missing(root: Path, tmp_path: Path) -> None:
    apart = tmp_path / "apart"
    apart.mkdir()
    (apart / "sitecustomize.py").write_text("import sys\nsys.modules['pygls'] = None\n")
    done = run(SERVER, root, more={"PYTHONPATH": os.pathsep.join([str(apart), os.environ.get("PYTHONPATH", "")])})
    missing = 'the language server needs pygls 2, which is not installed: pip install "celerylint[lsp]"'
    assert done == (2, "", f"celerylint: {missing}\n")
