"""Start-up stays light: what each host imports, and what it must not.

Measured in a process of its own, without coverage, which imports half of the standard library by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from celerylint.hosts.cli import FORMATS
from tests.processes import clean_environment

PLAIN = 'import json\n\nprint(json.dumps({"total": 3}))\n'
TASK = """\
from celery import Celery

app = Celery("shop")


@app.task
def charge(order_id):
    self.retry(countdown=order_id)
"""
COMMAND_LINE = "import celerylint.hosts.cli\ncelerylint.hosts.cli.main()"
HEAVY = frozenset(
    "asyncio concurrent dataclasses difflib email http importlib.metadata inspect json logging multiprocessing "
    "pathlib socket ssl subprocess tempfile tomllib tomli typing_extensions unittest "
    "astroid celery flake8 libcst pylint rich sqlalchemy".split()
)


def added(code: str, cwd: Path, *arguments: str, before: str = "") -> frozenset[str]:
    """The modules that a piece of code adds to those there are after `before`."""
    program = (
        f"import sys\n{before}\nknown = set(sys.modules)\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        f"try:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        "print()\nprint(*sorted(set(sys.modules) - known))"
    )
    environment = {key: value for key, value in clean_environment().items() if not key.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return frozenset(done.stdout.splitlines()[-1].split())


def heavy(modules: frozenset[str]) -> list[str]:
    """Those of the modules, or the packages they are in, that cost too much."""
    parents = {name.rsplit(".", count)[0] for name in modules for count in range(name.count(".") + 1)}
    return sorted(HEAVY & parents)


def foreign(modules: frozenset[str]) -> list[str]:
    return sorted(name for name in modules if name.partition(".")[0] != "celerylint")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "plain.py").write_text(PLAIN)
    (tmp_path / "tasks.py").write_text(TASK)
    settled = tmp_path / "settled"
    settled.mkdir()
    (settled / "tasks.py").write_text(TASK)
    (settled / "pyproject.toml").write_text('[tool.celerylint]\nprofile = "strict"\n')
    return tmp_path


def test_the_measure_sees_what_is_imported(tmp_path: Path) -> None:
    assert {"json", "json.decoder"} <= added("import json", tmp_path)
    assert "email" in heavy(added("import email.message", tmp_path))
    assert foreign(added("import json.decoder", tmp_path, before="import json")) == []


def test_the_flake8_plugin_imports_nothing_but_itself(tmp_path: Path) -> None:
    modules = added("import celerylint.hosts.flake8", tmp_path, before="import flake8.main.application")
    assert foreign(modules) == []
    assert not [name for name in modules if name.startswith("celerylint.rules.")]
    hosts = {name for name in modules if name.startswith("celerylint.hosts.")}
    assert hosts == {"celerylint.hosts.config_file", "celerylint.hosts.flake8"}


def test_a_run_of_flake8_adds_nothing_but_itself(project: Path) -> None:
    """Beside what flake8 imports for any file."""
    code = "from flake8.main.cli import main\nmain(sys.argv[1:])"
    runs = [added(f"import sys\n{code}", project, "--isolated", name) for name in ("plain.py", "tasks.py")]
    assert foreign(runs[1] - runs[0]) == []
    assert any(name.startswith("celerylint.rules.") for name in runs[1])


def test_a_file_without_a_word_of_celery_loads_no_rule(project: Path) -> None:
    modules = added(COMMAND_LINE, project, "check", "plain.py")
    assert not [name for name in modules if name.startswith("celerylint.rules.")]


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["check", "plain.py"], ["check", "tasks.py"], ["check", "--jobs", "1", "tasks.py", "plain.py"]],
    ids=" ".join,
)
def test_the_command_line_imports_nothing_heavy(arguments: list[str], project: Path) -> None:
    cache = [] if arguments == ["--version"] else ["--no-cache"]
    assert heavy(added(COMMAND_LINE, project, *arguments, *cache)) == []


def test_a_run_that_is_kept_imports_what_it_needs_to_be_found_and_shown(project: Path) -> None:
    for name in ("plain.py", "tasks.py", "settled/tasks.py", "settled/pyproject.toml"):
        os.utime(project / name, (1, 1))
    command = (COMMAND_LINE, project, "check", "--cache-dir", f"{project}-cache", "--select", "CEL2")
    assert "celerylint.hosts.check_files" in added(*command)
    modules = added(*command)
    assert heavy(modules) == ["json"]
    assert modules - frozenset(foreign(modules)) == {
        "celerylint",
        "celerylint.core",
        "celerylint.core.rule",
        "celerylint.core.settings",
        "celerylint.core.span",
        "celerylint.hosts",
        "celerylint.hosts.check_command",
        "celerylint.hosts.cli",
        "celerylint.hosts.outputs",
        "celerylint.linter",
        "celerylint.linter.kept",
        "celerylint.linter.result",
        "celerylint.linter.runs",
        "celerylint.linter.versions",
        "celerylint.reporting",
        "celerylint.reporting.text",
    }


def test_the_command_line_reads_toml_only_where_there_is_a_table(project: Path) -> None:
    toml = "tomllib" if sys.version_info >= (3, 11) else "tomli"
    assert heavy(added(COMMAND_LINE, project, "check", "--no-cache", os.path.join("settled", "tasks.py"))) == [toml]


def test_json_is_imported_for_json(project: Path) -> None:
    modules = added(COMMAND_LINE, project, "check", "--select", "CEL109", "--output-format", "json", "tasks.py")
    assert heavy(modules) == ["json"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_imported_for_itself(name: str, project: Path) -> None:
    modules = added(COMMAND_LINE, project, "check", "--select", "CEL109", "--output-format", name, "tasks.py")
    reporting = {each.rpartition(".")[2] for each in modules if each.startswith("celerylint.reporting.")}
    assert reporting - {"text", "report", "xml"} == {name} - {"text"} | ({"json"} if name == "jsonl" else set())
    assert "libcst" not in modules, "nothing here can be mended"


def test_libcst_is_imported_for_fixes(project: Path) -> None:
    """Some formats hold them; what people read does not."""
    for name in FORMATS:
        modules = added(COMMAND_LINE, project, "check", "--output-format", name, "tasks.py")
        assert ("libcst" in modules) == (name in ("json", "jsonl", "sarif", "rdjson")), name
    assert "libcst" in added(COMMAND_LINE, project, "check", "--diff", "--unsafe-fixes", "tasks.py")
    assert "libcst" not in added(COMMAND_LINE, project, "check", "--fix", "tasks.py"), "there is no safe one"


def test_the_hosts_of_editors_import_no_libcst_until_there_is_something_to_mend(project: Path) -> None:
    look = "from celerylint.hosts.editor import look\nlook('/shop/tasks.py', '', 'utf-16')"
    for code in ("import celerylint.hosts.lsp", "import celerylint.hosts.pylsp", look):
        assert "libcst" not in added(code, project)
    mend = look.replace("''", repr(TASK)) + ".fixes"
    assert "libcst" in added(mend, project)


def test_no_host_imports_celery_or_the_code_it_checks(project: Path) -> None:
    (project / "tasks.py").write_text(TASK + '\n\nraise SystemExit("executed")\n')
    pylint = "from pylint.lint import Run\nRun(['--load-plugins=celerylint.pylint', '--persistent=n', 'tasks.py'])"
    for modules in (added(COMMAND_LINE, project, "check", "."), added(pylint, project)):
        roots = {name.partition(".")[0] for name in modules}
        assert roots.isdisjoint({"celery", "kombu", "sqlalchemy", "tasks", "libcst"})
