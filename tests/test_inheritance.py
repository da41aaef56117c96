"""`extend`: what a settings file inherits, said the same by every host."""

from __future__ import annotations

import doctest
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts import inheritance
from celerylint.hosts.config_file import config_for
from celerylint.hosts.inheritance import moved_glob
from celerylint.linter.check import matches_glob
from celerylint.linter.selection import selected
from tests.processes import run_module
from tests.test_cli import MIXED, celerylint, write

EXTEND = '[tool.celerylint]\nextend = "../base.toml"\n'


def settings_of(root: Path, base: str, own: str) -> Settings:
    """The settings of a project that extends those of the folder above it."""
    write(root, {"base.toml": f"[tool.celerylint]\n{base}\n", "app/pyproject.toml": f"{EXTEND}{own}\n"})
    return config_for(str(root / "app/jobs.py")).settings


def test_the_examples_hold() -> None:
    assert doctest.testmod(inheritance).failed == 0


# --- how the two are joined


def test_what_only_one_sets_holds(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, 'profile = "strict"\nqueues = ["a"]', 'worker-pool = "gevent"')
    assert settings == Settings(extend="../base.toml", profile="strict", queues=("a",), worker_pool="gevent")


@pytest.mark.parametrize(
    ("base", "own", "field", "value"),
    [
        ('profile = "strict"', 'profile = "all"', "profile", "all"),
        ('queues = ["a", "b"]', 'queues = ["c"]', "queues", ("c",)),
        ('queues = ["a", "b"]', "queues = []", "queues", ()),
        ("own-task-class = true", "own-task-class = false", "own_task_class", False),
        ('conventions = ["async-runner"]', 'conventions = ["service-tasks"]', "conventions", ("service-tasks",)),
        ('exclude = ["a"]', 'exclude = ["b"]', "exclude", ("b",)),
        (
            'per-file-ignores = { "a.py" = ["CEL1"] }',
            'per-file-ignores = { "b.py" = ["CEL2"] }',
            "per_file_ignores",
            (("b.py", ("CEL2",)),),
        ),
    ],
)
def test_what_both_set_is_taken_whole_from_the_nearer(
    base: str, own: str, field: str, value: object, tmp_path: Path
) -> None:
    assert getattr(settings_of(tmp_path, base, own), field) == value


@pytest.mark.parametrize(
    ("base", "own", "on", "off"),
    [
        ('extend-select = ["CEL202"]', 'extend-select = ["CEL401"]', "CEL202 CEL401", ""),
        ('ignore = ["CEL201"]', 'ignore = ["CEL105"]', "", "CEL201 CEL105"),
        ('ignore = ["CEL201"]', 'extend-select = ["CEL201"]', "CEL201", ""),
        ('ignore = ["CEL201"]', 'extend-select = ["CEL2"]', "CEL201 CEL202", ""),
        ('ignore = ["CEL2"]', 'extend-select = ["CEL201"]', "CEL201", "CEL203"),
        ('extend-select = ["CEL202"]', 'ignore = ["CEL2"]', "CEL105", "CEL202 CEL201"),
        ('extend-select = ["CEL202"]', 'ignore = ["retry-not-raised"]', "CEL201", "CEL202"),
        ('select = ["CEL202", "CEL105"]', 'ignore = ["CEL202"]', "CEL105", "CEL202 CEL201"),
        ('select = ["CEL202"]', 'ignore = ["CEL202"]', "", "CEL202 CEL201 CEL105"),
        ('select = ["CEL202"]', 'extend-select = ["CEL105"]', "CEL202 CEL105", "CEL201"),
        ('extend-select = ["CEL202"]\nignore = ["CEL105"]', 'select = ["CEL"]', "CEL105 CEL201", "CEL202"),
        ('select = ["CEL2"]\nignore = ["CEL105"]', 'select = ["CEL105"]', "CEL105", "CEL201"),
        ('ignore = ["CEL105"]', 'profile = "strict"', "CEL202", "CEL105"),
    ],
)
def test_rules_add_up_and_the_nearer_file_has_the_last_word(
    base: str, own: str, on: str, off: str, tmp_path: Path
) -> None:
    codes = {rule.code for rule in selected(settings_of(tmp_path, base, own))}
    assert codes.issuperset(on.split())
    assert codes.isdisjoint(off.split())


@pytest.mark.parametrize(
    ("base", "own", "target"),
    [
        ('target-celery = "5.3"', "", (5, 3)),
        ('target-celery = "5.3"', 'target-celery = "5.4"', (5, 4)),
        ('target-celery = "5.3"', '[project]\ndependencies = ["celery>=5.6"]', (5, 3)),
        ('[project]\ndependencies = ["celery>=5.2"]', "", (5, 2)),
        ('[project]\ndependencies = ["celery>=5.2"]', '[project]\ndependencies = ["celery>=5.6"]', (5, 6)),
    ],
)
def test_the_oldest_celery(base: str, own: str, target: tuple[int, int], tmp_path: Path) -> None:
    assert settings_of(tmp_path, base, own).target_celery == target


def test_words_of_a_pack_join_what_nobody_sets(tmp_path: Path) -> None:
    pack = 'conventions = ["queue-operations"]'
    assert settings_of(tmp_path, pack, "").task_modules == ("tasks", "*_tasks")
    (tmp_path / "base.toml").write_text(f'[tool.celerylint]\n{pack}\ntask-modules = ["jobs"]\n')
    assert config_for(str(tmp_path / "app/jobs.py")).settings.task_modules == ("jobs",)


# --- which file


def test_a_chain(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pyproject.toml": '[tool.celerylint]\nprofile = "strict"\nqueues = ["a"]\nignore = ["CEL1"]\n',
            "shared/house.toml": '[tool.celerylint]\nextend = "../pyproject.toml"\nqueues = ["b"]\nignore = ["CEL2"]\n',
            "app/pyproject.toml": '[tool.celerylint]\nextend = "../shared/house.toml"\nignore = ["CEL3"]\n',
        },
    )
    config = config_for(str(tmp_path / "app/a/jobs.py"))
    assert (config.settings.profile, config.settings.queues) == ("strict", ("b",))
    assert config.settings.ignore == ("CEL1", "CEL2", "CEL3")
    assert config.root == str(tmp_path / "app")
    assert config.bases == (str(tmp_path / "shared/house.toml"), str(tmp_path / "pyproject.toml"))


def test_a_path_may_be_absolute_or_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in (tmp_path / "base.toml", "~/base.toml"):
        write(tmp_path, {"base.toml": '[tool.celerylint]\nprofile = "all"\n'})
        folder = write(tmp_path, {f"{len(str(path))}/pyproject.toml": f'[tool.celerylint]\nextend = "{path}"\n'})
        assert config_for(str(folder / str(len(str(path))) / "jobs.py")).settings.profile == "all"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "{0}/app/pyproject.toml: tool.celerylint.extend: {0}/base.toml: No such file or directory"),
        (
            {"base.toml": ""},
            "{0}/app/pyproject.toml: tool.celerylint.extend: {0}/base.toml has no table [tool.celerylint]",
        ),
        (
            {"base.toml": "[tool.celerylint]\nextend = 'app/pyproject.toml'\n"},
            "{0}/base.toml: tool.celerylint.extend: goes round in a circle: "
            "{0}/app/pyproject.toml -> {0}/base.toml -> {0}/app/pyproject.toml",
        ),
        (
            {"base.toml": "[tool.celerylint]\nextend = 'base.toml'\n"},
            "{0}/base.toml: tool.celerylint.extend: goes round in a circle: {0}/base.toml -> {0}/base.toml",
        ),
        ({"base.toml": "[tool.celerylint]\nselects = []\n"}, "{0}/base.toml: tool.celerylint.selects: unknown setting"),
        ({"base.toml": "tool.celerylint = 3\n"}, "{0}/base.toml: tool.celerylint: expected a table"),
        ({"base.toml": "[tool.celerylint\n"}, "{0}/base.toml: not valid TOML: "),
        ({"base.toml/x": ""}, "{0}/base.toml: Is a directory"),
    ],
)
def test_what_cannot_be_extended(files: dict[str, str], said: str, tmp_path: Path) -> None:
    write(tmp_path, {"app/pyproject.toml": EXTEND, **files})
    with pytest.raises(SettingsError) as raised:
        config_for(str(tmp_path / "app/jobs.py"))
    text = str(raised.value)
    assert "\n" not in text
    assert text.startswith(said.format(tmp_path))
    outcome = celerylint("check", "app", cwd=write(tmp_path, {"app/jobs.py": MIXED}))
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"celerylint: {text}\n")


def test_an_edit_of_the_other_file_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_of(tmp_path, 'profile = "strict"', "").profile == "strict"
    (tmp_path / "base.toml").write_text('[tool.celerylint]\nprofile = "recommended"\n')
    assert config_for(str(tmp_path / "app/jobs.py")).settings.profile == "recommended"


def test_a_kept_run_knows_of_the_other_file(tmp_path: Path) -> None:
    write(tmp_path, {"base.toml": "[tool.celerylint]\n", "app/pyproject.toml": EXTEND, "app/jobs.py": MIXED})
    for path in tmp_path.rglob("*.*"):
        os.utime(path, (1, 1))
    for ignored, expected in ([], ["CEL105", "CEL201"]), (["CEL1"], ["CEL201"]):
        (tmp_path / "base.toml").write_text(f"[tool.celerylint]\nignore = {ignored}\n")
        os.utime(tmp_path / "base.toml", (len(ignored), 1))
        for _ in range(2):
            outcome = celerylint("check", "--cache-dir", str(tmp_path / "cache"), cwd=tmp_path / "app")
            assert outcome.codes == expected


# --- globs


LETTERS = st.text("ab", min_size=1, max_size=3)
FOLDERS = st.lists(LETTERS, min_size=1, max_size=3).map("/".join)
GLOBS = st.text("ab*?/[]!", min_size=1, max_size=8).filter(lambda glob: glob.strip("./"))


@given(GLOBS, FOLDERS, FOLDERS)
def test_a_glob_matches_the_same_files_from_below(glob: str, folder: str, path: str) -> None:
    moved = moved_glob(glob, "/base", f"/base/{folder}")
    assert any(matches_glob(path, each) for each in moved) == matches_glob(f"{folder}/{path}", glob)


@pytest.mark.parametrize(
    ("glob", "files"),
    [
        ("app/legacy/*", "deep/jobs.py jobs.py legacy_jobs.py"),
        ("app/legacy", "deep/jobs.py jobs.py legacy_jobs.py"),
        ("legacy", "deep/jobs.py jobs.py legacy_jobs.py"),
        ("legacy/*", "deep/jobs.py jobs.py legacy/jobs.py legacy_jobs.py"),
        ("./legacy", "deep/jobs.py jobs.py legacy/jobs.py legacy_jobs.py"),
        ("app/jobs.py", "deep/jobs.py legacy/jobs.py legacy_jobs.py"),
        ("jobs.py", "legacy_jobs.py"),
        ("app", ""),
        ("other/*", "deep/jobs.py jobs.py legacy/jobs.py legacy_jobs.py"),
    ],
)
def test_globs_stay_relative_to_their_file(glob: str, files: str, tmp_path: Path) -> None:
    """`exclude` and `per-file-ignores` leave out the same."""
    names = ("jobs.py", "legacy/jobs.py", "legacy_jobs.py", "deep/jobs.py")
    write(tmp_path, {"app/pyproject.toml": EXTEND, **{f"app/{name}": MIXED for name in names}})
    for setting in (f'exclude = ["{glob}"]', f'per-file-ignores = {{ "{glob}" = ["CEL"] }}'):
        (tmp_path / "base.toml").write_text(f"[tool.celerylint]\n{setting}\n")
        outcome = celerylint("check", ".", cwd=tmp_path / "app")
        assert sorted({line.split(":")[0] for line in outcome.out.splitlines()}) == files.split()


# --- hosts


def test_flake8_pylint_and_the_command_line_agree(tmp_path: Path) -> None:
    base = '[tool.celerylint]\nextend-select = ["CEL202", "CEL401"]\nignore = ["CEL105"]\n'
    write(tmp_path, {"base.toml": base, "app/pyproject.toml": f'{EXTEND}ignore = ["CEL401"]\n', "app/jobs.py": MIXED})
    expected = {"CEL201", "CEL202"}
    assert set(celerylint("check", "jobs.py", cwd=tmp_path / "app").codes) == expected
    done = run_module("flake8", "--isolated", "--select=CEL", "app/jobs.py", cwd=tmp_path)
    assert {line.split()[1] for line in done.out.splitlines()} == expected
    done = run_module("pylint", "--rcfile=", "--load-plugins=celerylint.pylint", "-fjson2", "app/jobs.py", cwd=tmp_path)
    messages = [each for each in json.loads(done.out)["messages"] if each["symbol"].startswith("celery-")]
    assert {f"CEL{each['messageId'][2:]}" for each in messages} == expected


def test_a_circle_is_one_line_in_every_host(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[tool.celerylint]\nextend = "pyproject.toml"\n', "jobs.py": MIXED})
    said = "tool.celerylint.extend: goes round in a circle"
    assert said in run_module("flake8", "--isolated", "--select=CEL", "jobs.py", cwd=tmp_path).out
    done = run_module("pylint", "--rcfile=", "--load-plugins=celerylint.pylint", "jobs.py", cwd=tmp_path)
    assert done.out.count(said) == 1
