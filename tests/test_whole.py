"""What holds for the whole: layers, tests, the version, and the package as it is built and installed."""

from __future__ import annotations

import ast
import configparser
import email
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from celerylint import __version__
from tests.corpus import ROOT
from tests.processes import Done, run, run_module, unreachable

SOURCE = ROOT / "src" / "celerylint"
FILES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
DATA = ("py.typed", "examples.json", "settings.schema.json", "linter/conventions.toml")
UV = [sys.executable, "-m", "uv", "--quiet"]
# Tested elsewhere than in a file of their own name: folders, and files.
TESTED_BY = {
    "celery": "test_celery_tables",
    "reporting": "test_reporting",
    "rules": "test_corpus",
    "__main__.py": "test_cli",
    "core/regex.py": "test_lazy",
    "linter/known.py": "test_kept_reports",
    "linter/look.py": "test_kept_reports",
    "linter/view.py": "test_project",
    "syntax/outline.py": "test_skeleton",
    "core/span.py": "test_source",
    "facts/arguments.py": "test_dispatch",
    "facts/async_runner.py": "test_fixed_corpus",
    "facts/early_count.py": "test_corpus",
    "facts/needs.py": "test_module",
    "facts/loop_helper.py": "test_corpus",
    "facts/function_summary.py": "test_effects",
    "facts/called_query.py": "test_corpus",
    "facts/on_commit.py": "test_corpus",
    "facts/outside_call.py": "test_corpus",
    "facts/outermost_handler.py": "test_swallowed_error",
    "facts/app_bound_task.py": "test_corpus",
    "facts/config_source.py": "test_app_settings",
    "facts/distant_lookup.py": "test_corpus",
    "facts/near_app.py": "test_app_settings",
    "facts/argument_list.py": "test_corpus",
    "facts/boolean_value.py": "test_corpus",
    "facts/dropped_letter.py": "test_corpus",
    "facts/eager_mode.py": "test_corpus",
    "facts/growing_wait.py": "test_corpus",
    "facts/credential.py": "test_corpus",
    "facts/development.py": "test_corpus",
    "facts/frequent_run.py": "test_corpus",
    "facts/peak.py": "test_corpus",
    "facts/pool.py": "test_corpus",
    "facts/priority.py": "test_corpus",
    "facts/prefetch.py": "test_corpus",
    "facts/unrouted_task.py": "test_corpus",
    "facts/unscheduled_task.py": "test_corpus",
    "facts/worker_lifetime.py": "test_corpus",
    "facts/serializer.py": "test_corpus",
    "facts/shared_logger.py": "test_corpus",
    "facts/setting_finder.py": "test_setting",
    "facts/shadowed_setting.py": "test_corpus",
    "facts/spelling.py": "test_task_option",
    "facts/transport_option.py": "test_corpus",
    "facts/import_chain.py": "test_undiscovered_tasks",
    "facts/unknown_task_module.py": "test_corpus",
    "facts/nested_loop.py": "test_corpus",
    "facts/only_app.py": "test_corpus",
    "facts/configuring_function.py": "test_app_settings",
    "facts/unguarded_loop.py": "test_corpus",
    "facts/unhandled_limit.py": "test_corpus",
    "facts/unknown_setting.py": "test_corpus",
    "facts/unpicklable_error.py": "test_corpus",
    "facts/unloaded_setting.py": "test_corpus",
    "facts/broad_retry.py": "test_corpus",
    "facts/broker.py": "test_corpus",
    "facts/canvas_dispatch.py": "test_corpus",
    "facts/call_option.py": "test_corpus",
    "facts/batch.py": "test_corpus",
    "facts/link.py": "test_corpus",
    "facts/mismatch.py": "test_corpus",
    "facts/origin.py": "test_dispatch",
    "facts/periodic_task.py": "test_corpus",
    "facts/poll.py": "test_corpus",
    "facts/eager_setting.py": "test_corpus",
    "facts/side_effect.py": "test_corpus",
    "facts/import_time.py": "test_dispatch",
    "facts/unlimited_request.py": "test_corpus",
    "facts/printed_line.py": "test_corpus",
    "facts/empty_result.py": "test_corpus",
    "facts/progress_poll.py": "test_corpus",
    "facts/second_dispatch.py": "test_corpus",
    "facts/bulk_value.py": "test_corpus",
    "facts/lossy_value.py": "test_corpus",
    "facts/in_test.py": "test_corpus",
    "facts/direct_call.py": "test_corpus",
    "facts/loop_dispatch.py": "test_corpus",
    "facts/inline_run.py": "test_corpus",
    "facts/sleep.py": "test_corpus",
    "facts/http_request.py": "test_corpus",
    "facts/item_client.py": "test_corpus",
    "facts/blocking_call.py": "test_corpus",
    "facts/overwritten.py": "test_corpus",
    "facts/project.py": "test_module",
    "facts/pydantic_task.py": "test_corpus",
    "facts/chain_dispatch.py": "test_corpus",
    "facts/idle_option.py": "test_corpus",
    "facts/inspection.py": "test_corpus",
    "facts/canvas_use.py": "test_canvas",
    "facts/crontab_field.py": "test_crontab",
    "facts/ignored_limit.py": "test_corpus",
    "facts/class_task_call.py": "test_corpus",
    "facts/circuit_breaker.py": "test_corpus",
    "facts/ignored_result.py": "test_state_update",
    "facts/name_use.py": "test_canvas",
    "facts/required_option.py": "test_corpus",
    "facts/result_backend.py": "test_chord",
    "facts/contextless_use.py": "test_corpus",
    "facts/disposal.py": "test_corpus",
    "facts/guarded_return.py": "test_corpus",
    "facts/item_commit.py": "test_corpus",
    "facts/late_disposal.py": "test_corpus",
    "facts/lazy_read.py": "test_corpus",
    "facts/legacy_get.py": "test_corpus",
    "facts/relationship.py": "test_corpus",
    "facts/row_query.py": "test_corpus",
    "facts/session_opening.py": "test_corpus",
    "facts/undisposed_session.py": "test_corpus",
    "facts/unremoved_session.py": "test_corpus",
    "facts/whole_read.py": "test_corpus",
    "facts/item_write.py": "test_corpus",
    "facts/known_setting.py": "test_setting",
    "facts/schedule_value.py": "test_schedule_entry",
    "facts/page_shift.py": "test_corpus",
    "facts/sent_value.py": "test_corpus",
    "facts/progress_line.py": "test_corpus",
    "facts/queue_name.py": "test_corpus",
    "facts/registered_class.py": "test_corpus",
    "facts/result.py": "test_dispatch",
    "facts/retried_task.py": "test_corpus",
    "facts/lock_decorator.py": "test_lock",
    "facts/lock_key.py": "test_corpus",
    "facts/redis_client.py": "test_lock",
    "facts/next_call.py": "test_corpus",
    "facts/scheduled_task.py": "test_corpus",
    "facts/session_call.py": "test_session_failure",
    "facts/session_life.py": "test_session",
    "facts/statement.py": "test_query",
    "facts/stored_value.py": "test_corpus",
    "facts/task_class.py": "test_task",
    "facts/task_maker.py": "test_task",
    "facts/task_pattern.py": "test_route",
    "facts/task_use.py": "test_task",
    "facts/unstored_result.py": "test_corpus",
    "facts/timedelta.py": "test_timing",
    "facts/task_work.py": "test_corpus",
    "facts/timeout_handler.py": "test_corpus",
    "facts/untested_task.py": "test_corpus",
    "facts/wait.py": "test_result",
    "linter/result.py": "test_identify",
    "linter/toml.py": "test_config_file",
    "syntax/bindings.py": "test_scopes",
    "core/rewrite.py": "test_rewriters",
    "fixing": "test_fixing",
    "hosts/check_command.py": "test_cli",
    "hosts/settings_table.py": "test_config_file",
    "hosts/fixes.py": "test_fix_command",
    "hosts/baselines.py": "test_baseline",
    "hosts/baseline_command.py": "test_baseline",
    "hosts/changes.py": "test_git",
    "hosts/add_noqa.py": "test_noqa",
    "hosts/unused_ignores.py": "test_judge_suppressions",
    "fixing/noqa.py": "test_noqa",
    "linter/own/suppression_without_reason.py": "test_judge_suppressions",
    "linter/own/unused_suppression.py": "test_judge_suppressions",
    "linter/changed_lines.py": "test_git",
    "hosts/check_files.py": "test_cli",
    "hosts/init_report.py": "test_init_command",
    "hosts/trial.py": "test_init_command",
    "linter/survey.py": "test_proposals",
    "linter/kept.py": "test_tables",
    "hosts/rule_commands.py": "test_cli",
    "syntax/elsewhere.py": "test_project",
    "syntax/name_tables.py": "test_scopes",
}


# --- layers


def lint_imports(root: Path) -> Done:
    command = "from importlinter.cli import lint_imports_command as main; main()"
    return run([sys.executable, "-c", command, "--no-cache"], root, more={"PYTHONPATH": str(root / "src")})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources and their contracts, to be broken."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_import_contracts_are_kept(copy: Path) -> None:
    done = lint_imports(copy)
    assert done.code == 0, done.out
    assert " 0 broken" in done.out


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("core/span.py", "import celerylint.syntax.value", "The house"),
        ("syntax/value.py", "import celerylint.facts.task", "The house"),
        ("facts/retry.py", "import celerylint.linter.check", "The house"),
        ("linter/check.py", "import celerylint.hosts.config_file", "The house"),
        ("reporting/text.py", "import celerylint.hosts.cli", "The house"),
        ("surprise.py", "", "The house"),
        ("rules/retry/retry_not_raised.py", "import ast", "Rules speak of facts only"),
        ("rules/retry/retry_not_raised.py", "import celerylint.syntax.value", "Rules speak of facts only"),
        (
            "rules/retry/retry_not_raised.py",
            "import celerylint.rules.definition.async_task",
            "No rule imports another",
        ),
        ("hosts/cli.py", "import pylint", "flake8, pylint and astroid"),
        ("linter/check.py", "def late():\n    import libcst", "LibCST"),
        ("hosts/fixes.py", "import libcst", "LibCST"),
        ("hosts/editor.py", "import pygls", "pygls"),
        ("fixing/apply.py", "import celerylint.hosts.cli", "The house"),
        ("facts/task.py", "import celery", "Nothing imports Celery"),
        ("hosts/flake8.py", "import subprocess", "Nothing imports Celery"),
        ("facts/task.py", "import os", "No input or output below the linter"),
    ],
    ids=lambda value: value.splitlines()[-1].strip() if value else "a new module",
)
def test_an_import_across_a_contract_breaks_it(file: str, line: str, contract: str, copy: Path) -> None:
    path = copy / "src" / "celerylint" / file
    path.write_text((path.read_text() if path.exists() else "") + f"\n{line}\n")
    done = lint_imports(copy)
    assert done.code == 1, done
    broken = re.findall(r"^(.+) BROKEN\b", done.out, re.MULTILINE)
    missing = "surprise" in file and "surprise" in done.out + done.err
    assert missing or any(each.startswith(contract) for each in broken), done.out


@pytest.mark.parametrize("path", [path for path in FILES if path.parts[0] not in ("hosts", "reporting")], ids=str)
def test_only_hosts_and_reports_print(path: Path) -> None:
    names = {node.id for node in ast.walk(ast.parse((SOURCE / path).read_text())) if isinstance(node, ast.Name)}
    assert "print" not in names


# --- tests


@pytest.mark.parametrize("path", [path for path in FILES if path.name != "__init__.py"], ids=str)
def test_every_source_file_has_a_test(path: Path) -> None:
    name = TESTED_BY.get(path.as_posix()) or TESTED_BY.get(path.parts[0]) or f"test_{path.stem}"
    assert (ROOT / "tests" / f"{name}.py").is_file()


def test_the_list_of_tests_elsewhere_names_what_there_is() -> None:
    assert [source for source in TESTED_BY if not (SOURCE / source).exists()] == []


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse((SOURCE / path).read_text()))


# --- the package


@pytest.fixture(scope="session")
def installed(shared_root: Path, wheel: Path) -> Path:
    """A fresh environment with the wheel and flake8: its folder of programs."""
    folder = shared_root / "fresh"
    with FileLock(shared_root / "fresh.lock"):
        if not (folder / "ready").exists():
            made = run([*UV, "venv", "--clear", "--python", sys.executable, folder], shared_root)
            assert made.code == 0, made
            python = folder / "bin" / "python"
            done = run([*UV, "pip", "install", "--python", python, f"celerylint[flake8] @ file://{wheel}"], shared_root)
            cause = unreachable(done)
            if cause:
                pytest.skip(f"flake8 cannot be had: {cause}")
            assert done.code == 0, done
            (folder / "ready").touch()
    return folder / "bin"


def test_the_version_is_written_once() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?(\.dev\d+)?", __version__)
    pattern = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    texts = [*SOURCE.rglob("*.py"), ROOT / "pyproject.toml"]
    assert [path for path in texts if pattern.search(path.read_text())] == [SOURCE / "__init__.py"]


def test_the_command_line_says_the_version(tmp_path: Path) -> None:
    assert run_module("celerylint", "--version", cwd=tmp_path) == (0, f"celerylint {__version__}\n", "")


def test_the_wheel_holds_the_whole_package_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {name for name in names if ".dist-info/" not in name}
    assert package == {f"celerylint/{path.as_posix()}" for path in FILES} | {f"celerylint/{name}" for name in DATA}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_says_what_it_is_and_needs(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    info = f"celerylint-{__version__}.dist-info"
    metadata = email.message_from_bytes(archive.read(f"{info}/METADATA"))
    assert (metadata["Name"], metadata["Version"]) == ("celerylint", __version__)
    assert metadata["Requires-Python"] == ">=3.10"
    always = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert len(always) == 1
    assert re.fullmatch(r"tomli>=2; python_version < ['\"]3\.11['\"]", always[0])
    assert set(metadata.get_all("Provides-Extra", [])) >= {"flake8", "pylint"}
    entries = configparser.ConfigParser(delimiters=["="])
    entries.optionxform = str  # type: ignore[assignment,method-assign]
    entries.read_string(archive.read(f"{info}/entry_points.txt").decode())
    assert dict(entries["console_scripts"]) == {"celerylint": "celerylint.__main__:run"}
    assert dict(entries["flake8.extension"]) == {"CEL": "celerylint.hosts.flake8:Plugin"}
    assert dict(entries["pylsp"]) == {"celerylint": "celerylint.hosts.pylsp"}


UNBOUND = """\
from celery import Celery

app = Celery("shop")


@app.task
def charge(order_id):
    self.retry(countdown=order_id)
"""


def test_a_fresh_environment_with_flake8_alone_finds_a_hazard(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "tasks.py").write_text(UNBOUND)
    apart = {"PYTHONPATH": "", "HOME": str(tmp_path.parent)}
    for command in (["flake8", "--isolated", "--select=CEL", "tasks.py"], ["celerylint", "check", "--quiet"]):
        done = run([installed / command[0], *command[1:]], tmp_path, more=apart)
        assert (done.code, done.err) == (1, "")
        assert done.out.startswith("tasks.py:8:5: CEL201 `self.retry` in `charge`")
    listed = run([*UV, "pip", "list", "--python", installed / "python"], tmp_path)
    packages = {line.split()[0] for line in listed.out.splitlines()[2:]}
    assert packages <= {"celerylint", "flake8", "mccabe", "pycodestyle", "pyflakes", "tomli"}


def test_a_rule_is_explained_from_the_installed_package(installed: Path, tmp_path: Path) -> None:
    done = run([installed / "celerylint", "explain", "CEL201"], tmp_path, more={"PYTHONPATH": ""})
    assert done.code == 0
    assert done.out.startswith("CEL201 retry-without-bind\n")
