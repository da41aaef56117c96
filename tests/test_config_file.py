"""`[tool.celerylint]`: which file holds for a file, what each key may be, what is said of a wrong one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from celerylint.core.packs import PACKS, with_words
from celerylint.core.settings import NEWEST_CELERY, Settings, SettingsError
from celerylint.hosts import config_file
from celerylint.hosts.config_file import config_for, read_config
from celerylint.hosts.settings_table import settings_from
from tests.test_cli import MIXED, UNBOUND, celerylint, write

TABLE = "[tool.celerylint]\n"
STRICT = f'{TABLE}profile = "strict"\n'


def settings_of(root: Path, pyproject: str, name: str = "jobs.py") -> Settings:
    """The settings of a file beside or below a settings file."""
    (root / "pyproject.toml").write_text(pyproject, encoding="utf-8")
    return config_for(str(root / name)).settings


def cause(root: Path, pyproject: str) -> str:
    """What is said of a broken settings file, after its path."""
    with pytest.raises(SettingsError) as raised:
        settings_of(root, pyproject)
    text = str(raised.value)
    assert "\n" not in text
    assert text.startswith(f"{root}/pyproject.toml: ")
    return text.removeprefix(f"{root}/pyproject.toml: ")


# --- which file


@pytest.mark.parametrize(
    ("files", "linted", "expected"),
    [
        ({"pyproject.toml": STRICT}, "jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT}, "a/b/c/jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT, "a/pyproject.toml": TABLE}, "a/b/jobs.py", "a/pyproject.toml"),
        ({"pyproject.toml": STRICT, "a/pyproject.toml": "[tool.black]\n"}, "a/jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT, "a/pyproject.toml": ""}, "a/jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT, "a/pyproject.toml": "x = 'tool.celerylint'\n"}, "a/jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT, "b/pyproject.toml": TABLE}, "a/jobs.py", "pyproject.toml"),
        ({"pyproject.toml": STRICT, "a/setup.cfg": TABLE, "a/tox.ini": TABLE}, "a/jobs.py", "pyproject.toml"),
        ({"a/pyproject.toml": STRICT}, "jobs.py", None),
        ({"pyproject.toml": "[tool.celerylinter]\n"}, "jobs.py", None),
    ],
)
def test_the_nearest_file_that_has_the_table_holds(
    files: dict[str, str], linted: str, expected: str | None, tmp_path: Path
) -> None:
    """A linted file need not exist: it may be standard input."""
    config = config_for(str(write(tmp_path, files) / linted))
    assert config.path == (expected and str(tmp_path / expected))
    assert config.settings.profile == ("strict" if expected == "pyproject.toml" else "recommended")


def test_settings_are_not_merged(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"pyproject.toml": f'{STRICT}ignore = ["CEL201"]\n', "a/pyproject.toml": 'tool.celerylint.exclude=["x"]'},
    )
    assert config_for(str(tmp_path / "a/jobs.py")).settings == Settings(exclude=("x",))


@pytest.mark.parametrize(
    "text",
    [
        "[tool]\ncelerylint = { profile = 'strict' }\n",
        "[tool]\ncelerylint.profile = 'strict'\n",
        "tool.celerylint.profile = 'strict'\n",
        "tool = { celerylint = { profile = 'strict' } }\n",
        '["tool"."celerylint"]\nprofile = "strict"\n',
        "[ tool . celerylint ]\nprofile = 'strict'\n",
        "[tool.celerylint]\r\nprofile = 'strict'\r\n",
        "# größe 🐇\n[tool.celerylint]\nprofile = 'strict' # strict\n",
    ],
)
def test_every_spelling_of_the_table_is_read(text: str, tmp_path: Path) -> None:
    assert settings_of(tmp_path, text).profile == "strict"


@pytest.mark.parametrize(
    "text", ["tool = 3\n# tool.celerylint\n", "tool = 'tool.celerylint'\n", "[[tool]]\n# celerylint\n"]
)
def test_a_file_whose_tool_is_no_table_has_none_of_ours(text: str, tmp_path: Path) -> None:
    assert settings_of(tmp_path, text) == Settings()


def test_a_relative_path_is_below_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a/pyproject.toml": STRICT})
    monkeypatch.chdir(tmp_path / "a")
    for path in ("jobs.py", "./b/jobs.py", "b/../jobs.py"):
        assert config_for(path).path == str(tmp_path / "a/pyproject.toml")
    assert config_for("../jobs.py").path is None


def test_globs_are_relative_to_the_settings_file(tmp_path: Path) -> None:
    config = config_for(str(write(tmp_path, {"a/pyproject.toml": TABLE}) / "a/b/jobs.py"))
    assert config.root == str(tmp_path / "a")
    assert config.relative(str(tmp_path / "a/b/jobs.py")) == "b/jobs.py"


def test_without_a_settings_file_the_repository_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tests/app/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert config_for("tests/app/deep/jobs.py").relative("tests/app/deep/jobs.py") == "deep/jobs.py"
    assert config_for("tests/other/jobs.py").relative("tests/other/jobs.py") == "tests/other/jobs.py"


def test_a_project_in_a_folder_of_tests_is_no_test(tmp_path: Path) -> None:
    """Test files are judged by the path relative to the settings file."""
    write(tmp_path, {"tests/shop/pyproject.toml": TABLE, "tests/shop/jobs.py": UNBOUND, "tests/jobs.py": UNBOUND})
    write(tmp_path, {"tests/shop/tests/jobs.py": UNBOUND, "tests/shop/test/jobs.py": UNBOUND})
    write(tmp_path, {f"tests/shop/{name}.py": UNBOUND for name in ("test_jobs", "jobs_test", "conftest", "contest")})
    outcome = celerylint("check", cwd=tmp_path)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["tests/shop/contest.py", "tests/shop/jobs.py"]


# --- a long-lived host


def test_an_edit_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config_file, "_FRESH", 0.0)
    assert settings_of(tmp_path, f'{TABLE}profile = "strict"\n').profile == "strict"
    assert settings_of(tmp_path, f'{TABLE}profile = "all"\n').profile == "all"
    (tmp_path / "pyproject.toml").unlink()
    assert config_for(str(tmp_path / "jobs.py")).path is None
    assert settings_of(tmp_path, STRICT).profile == "strict"


def test_an_edit_of_the_same_size_is_seen_by_its_time(tmp_path: Path) -> None:
    settings = tmp_path / "pyproject.toml"
    assert settings_of(tmp_path, f'{TABLE}ignore = ["CEL201"]\n').ignore == ("CEL201",)
    time = settings.stat().st_mtime_ns
    settings.write_text(f'{TABLE}ignore = ["CEL202"]\n')
    os.utime(settings, ns=(time + 1, time + 1))
    assert config_for(str(tmp_path / "jobs.py")).settings.ignore == ("CEL202",)


def test_a_nearer_file_that_appears_is_seen_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"pyproject.toml": STRICT, "a/jobs.py": ""})
    assert config_for(str(tmp_path / "a/jobs.py")).settings.profile == "strict"
    write(tmp_path, {"a/pyproject.toml": TABLE})
    monkeypatch.setattr(config_file, "_FRESH", 3600.0)
    assert config_for(str(tmp_path / "a/jobs.py")).settings.profile == "strict"
    monkeypatch.setattr(config_file, "_FRESH", 0.0)
    assert config_for(str(tmp_path / "a/jobs.py")).settings.profile == "recommended"


def test_a_file_that_is_mended_is_read_again(tmp_path: Path) -> None:
    cause(tmp_path, f"{TABLE}selects = []\n")
    cause(tmp_path, f"{TABLE}selects = []\n")
    assert settings_of(tmp_path, STRICT).profile == "strict"


def test_an_unchanged_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = settings_of(tmp_path, STRICT)

    def fail(*arguments: Any, **named: Any) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("builtins.open", fail)
    assert config_for(str(tmp_path / "deep/jobs.py")).settings is first


# --- keys and types

LISTS = [name for name, hint in get_type_hints(Settings).items() if tuple[str, ...] in (hint, *get_args(hint))]
CHOICES = {
    "profile": ("recommended", "strict", "all"),
    "worker_pool": ("prefork", "threads", "solo", "gevent", "eventlet"),
}
RULE_LISTS = ("select", "extend_select", "ignore")


OTHERS = (
    *("extend", "per_file_ignores", "target_celery", "own_task_class", "require_reason"),
    *("max_task_queries", "required_task_options", "task_name_pattern"),
)


def test_every_key_is_tested_below() -> None:
    assert {*LISTS, *CHOICES, *OTHERS} == set(Settings._fields)


@pytest.mark.parametrize("value", ["0", "3"])
def test_a_number(value: str, tmp_path: Path) -> None:
    assert settings_of(tmp_path, f"{TABLE}max-task-queries = {value}\n") == Settings(max_task_queries=int(value))


@pytest.mark.parametrize("value", ["-1", "1.5", "true", '"3"', "[3]"])
def test_what_is_no_number(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}max-task-queries = {value}\n")
    assert said.startswith("tool.celerylint.max-task-queries: expected a whole number, zero or more, not ")


def test_a_table_of_options(tmp_path: Path) -> None:
    text = f'{TABLE}required-task-options = {{ "a/*.py" = ["queue"], "*" = ["expires", "time_limit"] }}\n'
    expected = (("a/*.py", ("queue",)), ("*", ("expires", "time_limit")))
    assert settings_of(tmp_path, text) == Settings(required_task_options=expected)


@pytest.mark.parametrize("value", ["3", '["queue"]', '{ "a.py" = "queue" }', '{ "a.py" = [3] }', '{ "a.py" = {} }'])
def test_what_is_no_table_of_options(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}required-task-options = {value}\n")
    assert said.startswith("tool.celerylint.required-task-options: expected a ")


@pytest.mark.parametrize("value", ["{module}.{function}", "{function}", "shop.*.{function}"])
def test_a_pattern_of_names(value: str, tmp_path: Path) -> None:
    text = f'{TABLE}task-name-pattern = "{value}"\n'
    assert settings_of(tmp_path, text) == Settings(task_name_pattern=value)


@pytest.mark.parametrize("value", ['""', "3", '"{name}"', '"{function"', '"{}"', '["{function}"]'])
def test_what_is_no_pattern_of_names(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}task-name-pattern = {value}\n")
    assert said.startswith('tool.celerylint.task-name-pattern: expected a pattern such as "{module}.{function}", not ')


def test_a_boolean(tmp_path: Path) -> None:
    assert settings_of(tmp_path, f"{TABLE}own-task-class = true\n") == Settings(own_task_class=True)
    assert settings_of(tmp_path, f"{TABLE}require-reason = true\n") == Settings(require_reason=True)
    assert settings_of(tmp_path, f"{TABLE}own-task-class = false\n") == Settings()
    with pytest.raises(SettingsError, match="own-task-class: expected true or false, not 'yes'"):
        settings_of(tmp_path, f'{TABLE}own-task-class = "yes"\n')


@pytest.mark.parametrize("value", ["3", "true", '""', '" "', '["../pyproject.toml"]', "{}"])
def test_what_is_no_path(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}extend = {value}\n")
    assert said.startswith("tool.celerylint.extend: expected the path of a settings file, not ")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_names(name: str, tmp_path: Path) -> None:
    rules, packs = ("CEL2", "retry-not-raised"), tuple(PACKS)[:2]
    words = rules if name in RULE_LISTS else packs if name == "conventions" else ("a.b", "*_c")
    text = f"{TABLE}{name.replace('_', '-')} = {list(words)}\n"
    assert settings_of(tmp_path, text) == with_words(Settings(**{name: words}), ())  # type: ignore[arg-type]
    empty = settings_of(tmp_path, f"{TABLE}{name.replace('_', '-')} = []\n")
    assert getattr(empty, name) == ()


NO_LISTS = ('"CEL201"', "3", "true", "[3]", '["CEL201", 3]', '[""]', '["*"]', '[["CEL201"]]', "{ a = 1 }")


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name in LISTS for value in NO_LISTS if (name, value) != ("exclude", '["*"]')],
)
def test_what_is_no_list_of_names(name: str, value: str, tmp_path: Path) -> None:
    key = name.replace("_", "-")
    said = cause(tmp_path, f"{TABLE}{key} = {value}\n")
    assert said.startswith(f"tool.celerylint.{key}: expected a list of names, not ")


def test_everything_may_be_excluded(tmp_path: Path) -> None:
    assert settings_of(tmp_path, f'{TABLE}exclude = ["*"]\n').exclude == ("*",)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in CHOICES.items() for value in values])
def test_a_choice(name: str, value: str, tmp_path: Path) -> None:
    text = f'{TABLE}{name.replace("_", "-")} = "{value}"\n'
    assert settings_of(tmp_path, text) == Settings(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('profile = "strickt"', "'strickt'; did you mean 'strict'?"),
        ('profile = "Strict"', "'Strict'; did you mean 'strict'?"),
        ("profile = 3", "3"),
        ("profile = true", "True"),
        ('profile = ["strict"]', "['strict']"),
        ('worker-pool = "gevnt"', "'gevnt'; did you mean 'gevent'?"),
        ('worker-pool = "processes"', "'processes'"),
        ("worker-pool = {}", "{}"),
    ],
)
def test_what_is_no_choice(line: str, said: str, tmp_path: Path) -> None:
    key = line.partition(" = ")[0]
    known = ", ".join(CHOICES[key.replace("-", "_")])
    assert cause(tmp_path, f"{TABLE}{line}\n") == f"tool.celerylint.{key}: expected one of {known}, not {said}"


def test_an_unknown_convention(tmp_path: Path) -> None:
    said = cause(tmp_path, f'{TABLE}conventions = ["task-definition", "async-runer"]\n')
    assert said.startswith("tool.celerylint.conventions: expected one of service-tasks, ")
    assert said.endswith(", not 'async-runer'; did you mean 'async-runner'?")


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("ignroe", "; did you mean 'ignore'?"),
        ("extend_select", "; did you mean 'extend-select'?"),
        ("per-file-ignore", "; did you mean 'per-file-ignores'?"),
        ("Select", "; did you mean 'select'?"),
        ("line-length", ""),
    ],
)
def test_an_unknown_key(key: str, hint: str, tmp_path: Path) -> None:
    assert cause(tmp_path, f"{TABLE}{key} = []\n") == f"tool.celerylint.{key}: unknown setting{hint}"


@pytest.mark.parametrize("key", RULE_LISTS)
def test_an_unknown_rule_is_named_with_its_key(key: str, tmp_path: Path) -> None:
    key = key.replace("_", "-")
    said = cause(tmp_path, f'{TABLE}{key} = ["CEL2", "retry-not-rased"]\n')
    assert said == f"tool.celerylint.{key}: unknown rule 'retry-not-rased'; did you mean 'retry-not-raised'?"


def test_an_unknown_rule_in_per_file_ignores(tmp_path: Path) -> None:
    said = cause(tmp_path, f'{TABLE}per-file-ignores = {{ "a.py" = ["CEL2"], "b.py" = ["CEL9999"] }}\n')
    assert said.startswith("tool.celerylint.per-file-ignores: unknown rule 'CEL9999'")


@pytest.mark.parametrize("value", ["3", '["a.py"]', '{ "a.py" = "CEL201" }', '{ "a.py" = [3] }', '{ "a.py" = {} }'])
def test_what_is_no_table_of_globs(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}per-file-ignores = {value}\n")
    assert said.startswith("tool.celerylint.per-file-ignores: expected a ")


@pytest.mark.parametrize("table", [3, "x", [], None])
def test_what_is_no_table(table: object) -> None:
    with pytest.raises(SettingsError, match=r"^p\.toml: tool\.celerylint: expected a table$"):
        settings_from(table, "p.toml")


@pytest.mark.parametrize(
    "text",
    [
        "[tool.celerylint\n",
        "[tool.celerylint]\nselect = [\n",
        "[tool.celerylint]\n[tool.celerylint]\n",
        "\ufeff[tool.celerylint]\n",
    ],
)
def test_what_is_no_toml(text: str, tmp_path: Path) -> None:
    assert cause(tmp_path, text).startswith("not valid TOML: ")


def test_a_settings_file_that_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file or directory"):
        read_config(str(tmp_path / "missing.toml"))
    (tmp_path / "other.toml").write_text("[tool.black]\n")
    config = read_config(str(tmp_path / "other.toml"))
    assert config is not None
    assert config == config_file.Config(Settings(), str(tmp_path), str(tmp_path / "other.toml"))
    assert read_config(str(tmp_path / "other.toml"), required=False) is None


# --- target-celery


@pytest.mark.parametrize(
    ("text", "version"), [("5.4", (5, 4)), ("5.4.1", (5, 4)), ("4.0", (4, 0)), ("10.12", (10, 12))]
)
def test_target_celery(text: str, version: tuple[int, int], tmp_path: Path) -> None:
    assert settings_of(tmp_path, f'{TABLE}target-celery = "{text}"\n').target_celery == version


@pytest.mark.parametrize("value", ["5.4", "5", '"5"', '"v5.4"', '">=5.4"', '"5.4.x"', '""', "[5, 4]"])
def test_what_is_no_version(value: str, tmp_path: Path) -> None:
    said = cause(tmp_path, f"{TABLE}target-celery = {value}\n")
    assert said.startswith('tool.celerylint.target-celery: expected a version such as "5.4", not ')


@pytest.mark.parametrize(
    ("dependency", "version"),
    [
        ("celery>=5.3", (5, 3)),
        ("celery>=5.3.6", (5, 3)),
        ("celery >= 5.3", (5, 3)),
        ("celery==5.2.7", (5, 2)),
        ("celery==5.2.*", (5, 2)),
        ("celery===5.2.7", (5, 2)),
        ("celery~=5.3", (5, 3)),
        ("celery~=5.3.1", (5, 3)),
        ("celery>5.1", (5, 1)),
        ("celery>=5", (5, 0)),
        ("celery~=5.0", (5, 0)),
        ("celery==5.*", (5, 0)),
        ("celery>=5.3,<6", (5, 3)),
        ("celery<6,>=5.3", (5, 3)),
        ("celery <6, >= 5.3", (5, 3)),
        ("celery!=5.3.5,>=5.2", (5, 2)),
        ("celery>=5.3rc1", (5, 3)),
        ("celery>=10.12", (10, 12)),
        ("Celery>=5.3", (5, 3)),
        ("CELERY>=5.3", (5, 3)),
        ("celery[redis]>=5.3", (5, 3)),
        ("celery [redis, sqs] >=5.3", (5, 3)),
        ("celery(>=5.3)", (5, 3)),
        ("celery (>=5.3,<6)", (5, 3)),
        ('celery>=5.3; python_version >= "3.12"', (5, 3)),
        ("celery", None),
        ("celery[redis]", None),
        ("celery<6", None),
        ("celery!=5.3.5", None),
        ('celery; python_version >= "3.12"', None),
        ("celery @ https://example.com/celery-5.3.whl", None),
        ("celery-redbeat>=2.2", None),
        ("celery_singleton>=0.3", None),
        ("celery.contrib>=1.0", None),
        ("celerybeat>=1.0", None),
        ("django-celery-beat>=2.5", None),
        ("flower>=2.0", None),
    ],
)
def test_target_celery_defaults_to_the_lower_bound(
    dependency: str, version: tuple[int, int] | None, tmp_path: Path
) -> None:
    """Of `[project] dependencies` in the same file, whatever stands around it; else the newest."""
    dependencies = ["sqlalchemy>=2.0", "celery-batches>=0.7", dependency, "redis>=4.5"]
    text = f"{TABLE}\n[project]\nname = 'shop'\ndependencies = {dependencies}\n"
    assert settings_of(tmp_path, text).target_celery == (version or NEWEST_CELERY)


def test_target_celery_outweighs_the_dependencies(tmp_path: Path) -> None:
    text = f'{TABLE}target-celery = "5.6"\n[project]\ndependencies = ["celery>=5.3"]\n'
    assert settings_of(tmp_path, text).target_celery == (5, 6)


@pytest.mark.parametrize(
    "project",
    [
        "",
        "project = 3\n",
        "[project]\n",
        "[project]\ndependencies = 'celery>=5.3'\n",
        "[project]\ndependencies = [3, {}]\n",
        "[project]\noptional-dependencies = { worker = ['celery>=5.3'] }\n",
        "[tool.other]\ndependencies = ['celery>=5.3']\n",
    ],
)
def test_without_a_bound_the_newest_celery_is_meant(project: str, tmp_path: Path) -> None:
    assert settings_of(tmp_path, f"{project}{TABLE}").target_celery == NEWEST_CELERY


# --- what the globs do


@pytest.mark.parametrize(
    ("ignores", "on"),
    [
        ('"a.py" = ["CEL201"]', {"a.py": "CEL105", "b/a.py": "CEL105", "b/c.py": "CEL105 CEL201"}),
        ('"b/*" = ["CEL201"]', {"a.py": "CEL105 CEL201", "b/a.py": "CEL105", "b/c.py": "CEL105"}),
        ('"b" = ["CEL"]', {"a.py": "CEL105 CEL201", "b/a.py": "", "b/c.py": ""}),
        ('"./b/" = ["CEL1"]', {"a.py": "CEL105 CEL201", "b/a.py": "CEL201", "b/c.py": "CEL201"}),
        (
            '"*" = ["CEL1"], "b/c.py" = ["retry-without-bind"]',
            {"a.py": "CEL201", "b/a.py": "CEL201", "b/c.py": ""},
        ),
        ('"b/d" = ["CEL"]', {"a.py": "CEL105 CEL201", "b/d/e/a.py": "", "c/b/d/a.py": "CEL105 CEL201"}),
        ('"other/*" = ["CEL"]', dict.fromkeys(("a.py", "b/a.py", "b/c.py"), "CEL105 CEL201")),
    ],
)
def test_per_file_ignores(ignores: str, on: dict[str, str], tmp_path: Path) -> None:
    settings = f"{TABLE}per-file-ignores = {{ {ignores} }}\n"
    write(tmp_path, {f"app/{path}": MIXED for path in on} | {"app/pyproject.toml": settings})
    outcome = celerylint("check", "app", cwd=tmp_path)
    found: dict[str, list[str]] = {path: [] for path in on}
    for line in outcome.out.splitlines():
        path, _, _, text = line.split(":", 3)
        found[path.removeprefix("app/")].append(text.split()[0])
    assert {path: " ".join(codes) for path, codes in found.items()} == on


def test_a_longer_selector_outweighs_per_file_ignores(tmp_path: Path) -> None:
    settings = f'{TABLE}extend-select = ["CEL202"]\nper-file-ignores = {{ "*.py" = ["CEL2"] }}\n'
    write(tmp_path, {"mixed.py": MIXED, "pyproject.toml": settings})
    assert celerylint("check", cwd=tmp_path).codes == ["CEL105", "CEL202"]


@pytest.mark.parametrize(
    ("exclude", "kept"),
    [
        ("[]", "a.py b/a.py b/c_pb2.py"),
        ('["b"]', "a.py"),
        ('["./b/"]', "a.py"),
        ('["b/*"]', "a.py"),
        ('["*_pb2.py"]', "a.py b/a.py"),
        ('["a.py"]', "b/c_pb2.py"),
        ('["b/a.py", "other"]', "a.py b/c_pb2.py"),
        ('["app/b"]', "a.py b/a.py b/c_pb2.py"),
    ],
)
def test_exclude_is_relative_to_the_settings_file(exclude: str, kept: str, tmp_path: Path) -> None:
    files = {f"app/{path}": UNBOUND for path in ("a.py", "b/a.py", "b/c_pb2.py")}
    write(tmp_path, files | {"app/pyproject.toml": f"{TABLE}exclude = {exclude}\n"})
    for cwd, arguments in ((tmp_path, ["app"]), (tmp_path / "app", []), (tmp_path / "app/b", [".."])):
        outcome = celerylint("check", *arguments, cwd=cwd)
        paths = [os.path.relpath(cwd / line.split(":")[0], tmp_path / "app") for line in outcome.out.splitlines()]
        assert sorted(paths) == kept.split()
