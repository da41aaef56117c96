"""The pylint plugin, in real runs of pylint."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from celerylint.core.rule import Rule, Severity
from celerylint.linter.catalogue import all_rules
from tests.processes import Done, run_module

# Nothing that pylint can find: it would read all of Celery for every run.
PREAMBLE = "from shop.celery import app\n\n\n"
CALL = "    self.retry(countdown=order_id)"
UNBOUND = f"{PREAMBLE}@app.task\ndef charge(order_id):\n{CALL}\n"
UNRAISED = f"{PREAMBLE}@app.task(bind=True)\ndef charge(self, order_id):\n{CALL}\n"
ASYNC = f"{PREAMBLE}@app.task\nasync def charge(order_id):\n    print(order_id)\n"
FAIL = """\
from celerylint.rules.retry.retry_without_bind import rule


def fail(fact):
    raise RuntimeError("one line\\nand another")


rule.checks[:] = [(kind, fail) for kind, _ in rule.checks]
"""
CLASH = """\
from pylint.checkers import BaseChecker


class HouseChecker(BaseChecker):
    name = "house"
    msgs = {"E9101": ("house words", "house-words", "The house's own.", {"shared": True})}

    def visit_module(self, node):
        self.add_message("house-words", node=node, line=1)


def register(linter):
    linter.register_checker(HouseChecker(linter))
"""
LOUD = (
    "--disable=missing-docstring,undefined-variable,import-error,duplicate-code,invalid-name,"
    "use-symbolic-message-instead"
)
PLUGIN = "--load-plugins=celerylint.pylint"
Message = dict[str, Any]


def pylint(folder: Path, *arguments: str, text: str = "", path: Path | None = None) -> Done:
    return run_module("pylint", "--persistent=n", *arguments, cwd=folder, text=text, path=path)


def messages(folder: Path, *arguments: str, text: str = "", path: Path | None = None) -> list[Message]:
    """What pylint reports."""
    done = pylint(folder, PLUGIN, "--output-format=json2", *arguments, text=text, path=path)
    assert "Traceback" not in done.err, done.err
    reported: list[Message] = json.loads(done.out)["messages"]
    return reported


def ids(reported: list[Message]) -> list[str]:
    return [message["messageId"] for message in reported]


def about(reported: list[Message]) -> list[str]:
    """Those of them that the samples are about: habits of one house or another they have none."""
    return [each for each in ids(reported) if each in ("C9202", "E9101", "E9201")]


def write(folder: Path, **files: str) -> None:
    """Files by name: `tasks_py` is `tasks.py`."""
    for name, text in files.items():
        (folder / ".".join(name.rsplit("_", 1))).write_text(text)


def test_the_plugin_reports_beside_pylints_own_messages(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND)
    done = pylint(tmp_path, PLUGIN, "tasks.py")
    row = UNBOUND.count("\n")
    assert f"tasks.py:{row}:4: E9201: `self.retry` in `charge`, which is not bound" in done.out
    assert "(celery-retry-without-bind)" in done.out
    assert f"tasks.py:{row}:4: E0602:" in done.out
    assert done.code & 2


def test_pyproject_loads_the_plugin(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND, pyproject_toml='[tool.pylint.main]\nload-plugins = ["celerylint.pylint"]\n')
    assert "E9201" in pylint(tmp_path, "tasks.py").out


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_has_an_id_and_a_symbol(rule: Rule, listed: str) -> None:
    """The id is the letter of the severity, 9 and the code; the symbol is the name."""
    letter = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "C"}[rule.severity]
    assert f":celery-{rule.name} ({letter}9{rule.code.removeprefix('CEL')})" in listed.splitlines()


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pylint lists as its messages, one per line."""
    done = pylint(tmp_path_factory.mktemp("listed"), PLUGIN, "--list-msgs-enabled")
    enabled = done.out.partition("Disabled messages:")[0]
    return "\n".join(f":{line.strip()}" for line in enabled.splitlines())


def test_help_says_what_a_message_means(tmp_path: Path) -> None:
    done = pylint(tmp_path, PLUGIN, "--help-msg=CEL101,E9201,celery-unclosed-session")
    lines = done.out.splitlines()
    assert [line for line in lines if line.startswith(":")] == [
        ":celery-async-task (E9101):",
        ":celery-retry-without-bind (E9201):",
        ":celery-unclosed-session (W9301):",
    ]
    assert " ".join(done.out.split()).count("This message belongs to the celery checker.") == 3
    assert "/async-task/" in done.out
    assert "{" not in done.out


def test_a_range_has_an_end(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND)
    found = next(message for message in messages(tmp_path, "tasks.py") if message["messageId"] == "E9201")
    row, start = UNBOUND.count("\n"), CALL.index("self")
    assert (found["line"], found["column"]) == (row, start)
    assert (found["endLine"], found["endColumn"]) == (row, start + len("self.retry"))
    assert (found["type"], found["symbol"], found["confidence"]) == ("error", "celery-retry-without-bind", "HIGH")


def test_columns_count_code_points(tmp_path: Path) -> None:
    line = '    note = "🍅é"; self.retry()'
    write(tmp_path, tasks_py=f"{PREAMBLE}@app.task\ndef charge():\n{line}\n")
    found = next(message for message in messages(tmp_path, "tasks.py") if message["messageId"] == "E9201")
    assert (found["column"], found["endColumn"]) == (line.index("self"), line.index("()"))


def test_byte_order_marks_and_cookies_move_nothing(tmp_path: Path) -> None:
    line = '    note = "é"; self.retry()'
    text = f"{PREAMBLE}@app.task\ndef charge():\n{line}\n"
    (tmp_path / "mark.py").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "cookie.py").write_bytes(b"# coding: latin-1\n" + text.encode("latin-1"))
    (tmp_path / "windows.py").write_bytes(text.replace("\n", "\r\n").encode())
    reported = messages(tmp_path, "mark.py", "cookie.py", "windows.py")
    row, column = text.count("\n"), line.index("self")
    assert {each["path"]: (each["line"], each["column"]) for each in reported if each["messageId"] == "E9201"} == {
        "mark.py": (row, column),
        "cookie.py": (row + 1, column),
        "windows.py": (row, column),
    }


SUPPRESSIONS = {
    "line": (UNBOUND, CALL, f"{CALL}  # pylint: disable=NAME"),
    "next": (UNBOUND, CALL, f"    # pylint: disable-next=NAME\n{CALL}"),
    "block": (UNBOUND, CALL, f"    # pylint: disable=NAME\n{CALL}"),
    "file": (UNBOUND, "from shop", "# pylint: disable=NAME\nfrom shop"),
    "definition": (ASYNC, "(order_id):", "(order_id):  # pylint: disable=NAME"),
}


def test_pylints_comments_suppress_by_symbol_id_and_code(tmp_path: Path) -> None:
    """And what they suppress counts as used."""
    names = {UNBOUND: ("celery-retry-without-bind", "E9201", "CEL201"), ASYNC: ("celery-async-task", "E9101", "CEL101")}
    for place, (text, old, new) in SUPPRESSIONS.items():
        for name in names[text]:
            (tmp_path / f"{place}_{name.replace('-', '_')}.py").write_text(text.replace(old, new.replace("NAME", name)))
    files = sorted(path.name for path in tmp_path.glob("*.py"))
    reported = messages(tmp_path, "--enable=useless-suppression", LOUD, *files)
    assert len(files) == 15
    assert [(message["path"], message["messageId"]) for message in reported] == []


def test_a_comment_in_another_function_suppresses_nothing(tmp_path: Path) -> None:
    other = "\n\ndef helper():\n    # pylint: disable=celery-retry-without-bind\n    return 1\n"
    write(tmp_path, tasks_py=UNBOUND + other)
    watched = ["--enable=useless-suppression", LOUD]
    assert sorted(ids(messages(tmp_path, *watched, "tasks.py"))) == ["E9201", "I0021"]


def test_a_comment_that_suppresses_nothing_is_useless(tmp_path: Path) -> None:
    mended = UNRAISED.replace(CALL, f"    raise{CALL[3:]}  # pylint: disable=celery-retry-without-bind")
    write(tmp_path, tasks_py=mended)
    assert ids(messages(tmp_path, "--enable=useless-suppression", LOUD, "tasks.py")) == ["I0021"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["E9201"]),
        (["--enable=celery"], ["C9202", "E9201"]),
        (["--disable=all", "--enable=celery"], ["C9202", "E9201"]),
        (["--enable=all"], ["C9202", "E9201"]),
        (["--disable=celery"], []),
        (["--disable=all", "--enable=celery-retry-without-bind"], ["E9201"]),
        (["--disable=all", "--enable=celery-async-task"], []),
        (["--enable=celery-retry-not-raised"], ["C9202", "E9201"]),
        (["--enable=CEL202"], ["C9202", "E9201"]),
        (["--enable=C9202"], ["C9202", "E9201"]),
        (["--disable=CEL201"], []),
        (["--disable=E9201"], []),
        (["--disable=E"], []),
        (["--errors-only"], ["E9201"]),
    ],
    ids=str,
)
def test_pylints_options_decide(arguments: list[str], expected: list[str], tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND, more_py=UNRAISED)
    assert sorted(about(messages(tmp_path, *arguments, "tasks.py", "more.py"))) == expected


def test_pylints_settings_file_enables_opt_in_rules(tmp_path: Path) -> None:
    settings = '[tool.pylint."messages control"]\nenable = ["celery-retry-not-raised"]\n'
    write(tmp_path, tasks_py=UNRAISED, pyproject_toml=settings)
    assert "C9202" in ids(messages(tmp_path, "tasks.py"))


def test_the_settings_above_each_file_switch_rules_on(tmp_path: Path) -> None:
    folders = {
        "plain": ("", []),
        "strict": ('profile = "strict"', ["C9202"]),
        "extended": ('extend-select = ["CEL202"]', ["C9202"]),
        "ignored": ('profile = "strict"\nper-file-ignores = { "tas*.py" = ["CEL202"] }', []),
        "other": ('profile = "strict"\nper-file-ignores = { "other.py" = ["CEL202"] }', ["C9202"]),
    }
    for name, (settings, _) in folders.items():
        (tmp_path / name).mkdir()
        write(tmp_path / name, tasks_py=UNRAISED, pyproject_toml=f"[tool.celerylint]\n{settings}\n")
    reported = messages(tmp_path, LOUD, *(f"{name}/tasks.py" for name in folders))
    found = {name: about([each for each in reported if each["path"] == f"{name}/tasks.py"]) for name in folders}
    assert found == {name: expected for name, (_, expected) in folders.items()}


def test_pylint_can_silence_what_the_settings_switch_on(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNRAISED, pyproject_toml='[tool.celerylint]\nprofile = "strict"\n')
    assert about(messages(tmp_path, LOUD, "--disable=celery-retry-not-raised", "tasks.py")) == []


def test_test_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, pyproject_toml="[tool.celerylint]\n")
    files = ["tests/tasks.py", "app/test_tasks.py", "app/conftest.py", "app/tasks.py"]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(UNBOUND)
    assert [message["path"] for message in messages(tmp_path, LOUD, *files)] == ["app/tasks.py"]


def test_two_processes_report_what_one_does(tmp_path: Path) -> None:
    names = [f"tasks{number}.py" for number in range(8)]
    for number, name in enumerate(names):
        (tmp_path / name).write_text((UNBOUND, UNRAISED, ASYNC)[number % 3])
    arguments = ["--disable=all", "--enable=celery", *names]
    one, two = (sorted(messages(tmp_path, f"-j{jobs}", *arguments), key=lambda m: str(m["path"])) for jobs in (1, 2))
    assert one == two
    assert len(about(one)) == len(names)


def test_standard_input_has_the_settings_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "strict").mkdir()
    write(tmp_path / "strict", pyproject_toml='[tool.celerylint]\nprofile = "strict"\n')
    text = UNRAISED.replace("(countdown", "(args=['🍅'], countdown")
    reported = messages(tmp_path, LOUD, "--from-stdin", "strict/tasks.py", text=text)
    assert {message["path"] for message in reported} == {"strict/tasks.py"}
    assert about(reported) == ["C9202"]
    assert ids(messages(tmp_path, LOUD, "--from-stdin", "tasks.py", text=text)) == []


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_rule_that_fails_is_one_message_and_loses_no_other(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "patches").mkdir()
    write(tmp_path / "patches", sitecustomize_py=FAIL)
    text = f"{ASYNC}    self.retry()\n"  # a word without which CEL201 is not asked
    write(tmp_path, tasks_py=text, other_py=text)
    reported = messages(tmp_path, LOUD, jobs, "tasks.py", "other.py", path=tmp_path / "patches")
    assert sorted(ids(reported)) == ["E9000", "E9000", "E9101", "E9101"]
    internal = next(message for message in reported if message["messageId"] == "E9000")
    assert (internal["symbol"], internal["line"], internal["column"]) == ("celery-internal-error", 1, 0)
    assert internal["message"] == "internal error in CEL201 retry-without-bind: RuntimeError: one line and another"


def test_an_engine_that_fails_is_one_message_and_pylints_own_stay(tmp_path: Path) -> None:
    (tmp_path / "patches").mkdir()
    patch = "import celerylint.syntax.source as source\nsource.Source.__init__ = None\n"
    write(tmp_path / "patches", sitecustomize_py=patch)
    write(tmp_path, tasks_py=UNBOUND)
    reported = messages(tmp_path, "--disable=missing-docstring", "tasks.py", path=tmp_path / "patches")
    assert sorted(ids(reported)) == ["E0401", "E0602", "E9000"]


@pytest.mark.parametrize(
    ("settings", "cause"),
    [
        ("[tool.celerylint]\nprofil = 'strict'\n", "tool.celerylint.profil: unknown setting; did you mean 'profile'?"),
        ("[tool.celerylint]\nselect = 'CEL'\n", "tool.celerylint.select: expected a list of names, not 'CEL'"),
        ("[tool.celerylint]\nignore = ['CEL999']\n", "unknown rule 'CEL999'"),
    ],
)
def test_a_broken_settings_file_is_one_message_that_names_it(settings: str, cause: str, tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND, pyproject_toml=settings)
    reported = [message for message in messages(tmp_path, LOUD, "tasks.py") if message["messageId"][1] == "9"]
    assert ids(reported) == ["E9000"]
    assert reported[0]["message"].startswith(f"{os.path.realpath(tmp_path)}{os.sep}pyproject.toml: ")
    assert cause in reported[0]["message"]


def test_packs_that_contradict_are_one_message(tmp_path: Path) -> None:
    write(
        tmp_path,
        tasks_py=UNBOUND,
        pyproject_toml='[tool.celerylint]\nconventions = ["service-tasks", "async-runner"]\n',
    )
    (message,) = [message for message in messages(tmp_path, LOUD, "tasks.py") if message["messageId"][1] == "9"]
    assert message["messageId"] == "E9000"
    assert message["message"].startswith("the conventions 'service-tasks' and 'async-runner' contradict each other: ")


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_an_id_that_another_plugin_has_taken_is_a_warning(jobs: str, tmp_path: Path) -> None:
    """Its rule falls silent; theirs and all our others go on, also where the rule would have spoken."""
    (tmp_path / "plugins").mkdir()
    write(tmp_path / "plugins", house_py=CLASH)
    write(tmp_path, tasks_py=UNBOUND, more_py=ASYNC)
    arguments = ["--load-plugins=house,celerylint.pylint", "--output-format=json2", LOUD, jobs, "tasks.py", "more.py"]
    done = pylint(tmp_path, *arguments, path=tmp_path / "plugins")
    assert "Traceback" not in done.err, done.err
    reported = json.loads(done.out)["messages"]
    assert sorted(message["symbol"] for message in reported) == [
        "celery-retry-without-bind",
        "house-words",
        "house-words",
    ]
    assert "celerylint: celery-async-task is left out: " in done.err


def test_a_syntax_error_stays_pylints_own(tmp_path: Path) -> None:
    write(tmp_path, tasks_py="from celery import Celery\ndef charge(:\n", other_py=UNBOUND)
    reported = messages(tmp_path, LOUD, "tasks.py", "other.py")
    assert sorted(ids(reported)) == ["E0001", "E9201"]
