"""docs/ci.md and action.yml: what they say holds, and each snippet does what it says."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from celerylint.hosts.cli import FORMATS
from tests.corpus import ROOT
from tests.processes import Done, run, run_module, unreachable

PAGE = (ROOT / "docs" / "ci.md").read_text()
ACTION = ROOT / "action.yml"
SNIPPETS = dict(re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL))
REGEX = ["--regex-variant", "nonunicode"]
"""A pattern of the schema of Azure is taken by no other."""
SCHEMAS = {
    ".github/workflows/": ["--builtin-schema", "vendor.github-workflows"],
    ".gitlab-ci.yml": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    "azure-pipelines.yml": [
        "--builtin-schema",
        "vendor.azure-pipelines",
        "--data-transform",
        "azure-pipelines",
        *REGEX,
    ],
    ".circleci/": ["--builtin-schema", "vendor.circle-ci"],
}
YAML = [title for title in SNIPPETS if title != "check.sh"]
UNBOUND = """\
from celery import shared_task


@shared_task
def send(order_id):
    self.retry(countdown=order_id)
"""
LATE = "from celery import shared_task\n\n\n@shared_task(max_retry=3)\ndef send():\n    pass\n"
"""One warning."""


def valid(path: Path, *schema: str) -> bool:
    done = run([sys.executable, "-m", "check_jsonschema", *schema, path], path.parent)
    assert done.code == 0 or "Schema validation errors were encountered." in done.out, done
    return done.code == 0


# --- exit codes

EXITS: dict[str, list[tuple[dict[str, str], list[str]]]] = {
    "0": [
        ({}, []),
        ({"a.py": "from celery import shared_task\n"}, []),
        ({"a.py": UNBOUND}, ["--exit-zero"]),
    ],
    "1": [
        ({"a.py": UNBOUND}, []),
        ({"a.py": LATE}, []),
    ],
    "2": [
        ({"a.py": UNBOUND}, ["--unknown"]),
        ({"a.py": UNBOUND}, ["--select", "CEL999"]),
        ({"a.py": UNBOUND, "pyproject.toml": "[tool.celerylint]\nprofil = 1\n"}, []),
        ({"a.py": UNBOUND}, ["missing.py"]),
        ({"a.py": UNBOUND, "b.py": "import celery\ndef broken(:\n"}, []),
        ({"a.py": UNBOUND, "b.py": "import celery\ndef broken(:\n"}, ["--exit-zero"]),
        ({"a.py": UNBOUND}, ["--output", "json:a.py/report"]),
        ({"a.py": UNBOUND}, ["--exit-zero", "--output", "json:a.py/report"]),
    ],
}


@pytest.mark.parametrize(
    ("code", "files", "arguments"),
    [(code, files, arguments) for code, runs in EXITS.items() for files, arguments in runs],
)
def test_an_exit_code_says_what_the_page_says(
    code: str, files: Mapping[str, str], arguments: list[str], tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert run_module("celerylint", "check", *arguments, cwd=tmp_path).code == int(code)


def test_the_page_has_all_exit_codes() -> None:
    """That of an interrupted run is tested in test_cli."""
    codes = re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)
    assert codes == [*EXITS, "130"]


def test_the_page_has_all_formats() -> None:
    table = PAGE.partition("## Formats\n")[2].partition("\n\n`--output-format`")[0]
    rows = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows[1:]))) == set(FORMATS)


# --- snippets


@pytest.mark.parametrize("title", YAML)
def test_a_snippet_is_valid(title: str, tmp_path: Path) -> None:
    (schema,) = (arguments for start, arguments in SCHEMAS.items() if title.startswith(start))
    path = tmp_path / "snippet.yml"
    path.write_text(SNIPPETS[title])
    assert valid(path, *schema)
    path.write_text(SNIPPETS[title].replace("script:", "skript:").replace("steps:", "stepps:"))
    assert not valid(path, *schema), "the schema sees what is wrong"


def test_each_snippet_is_looked_at() -> None:
    assert len(SNIPPETS) == PAGE.count(' title="') == len(YAML) + 1
    assert {start for start in SCHEMAS for title in YAML if title.startswith(start)} == set(SCHEMAS)


def commands() -> list[str]:
    """Each `celerylint` of the page, as a shell is given it."""
    found = re.findall(r"celerylint (?:check|baseline) [^\n`]*", PAGE.replace("- run: celerylint check\n", ""))
    return sorted({command.partition(" |")[0].strip() for command in found})


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_page_runs(command: str, repository: Path) -> None:
    """In a repository with one finding, on a branch."""
    names = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "main", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = run(["bash", "-c", command.replace("origin/main", "main")], repository, more=names)
    assert done.code == (0 if "baseline" in command else 1), done
    for path in re.findall(r"--output \w+:(\S+)", command):
        assert (repository / path).stat().st_size > 0


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one finding, on lines that a branch has added."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "old.py").write_text("x = 1\n")
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "branch")
    (folder / "tasks.py").write_text(UNBOUND)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    git(folder, *author, "commit", "--quiet", "--message", "All")


def git(folder: Path, *arguments: str) -> None:
    done = run(["git", *arguments], folder, more={"GIT_CONFIG_GLOBAL": os.devnull})
    assert done.code == 0, done


def test_the_shell_script_of_the_page_runs(wheel: Path, repository: Path) -> None:
    """As it stands: it finds celerylint where packages are looked for."""
    (repository / "check.sh").write_text(SNIPPETS["check.sh"])
    links = f"{wheel.parent} {os.environ.get('PIP_FIND_LINKS', '')}".strip()
    done = run(["sh", "check.sh"], repository, more={"PIP_FIND_LINKS": links})
    if cause := unreachable(done):
        pytest.skip(f"the package registry is out of reach: {cause}")
    assert done.code == 1, done
    assert done.out.startswith("tasks.py:6:5: CEL201 ")
    assert '"2.1.0"' in (repository / "celerylint.sarif").read_text()
    (repository / "tasks.py").unlink()
    assert run(["sh", "check.sh"], repository, more={"PIP_FIND_LINKS": links}).code == 0


# --- the action


class Outcome(NamedTuple):
    """What a step left."""

    code: int
    log: str
    outputs: dict[str, str]


class Runner:
    """What GitHub's runner does with the steps of a composite action: expressions in `env` and `working-directory` are
    filled in, scripts are not."""

    def __init__(self, workspace: Path, temporary: Path, inputs: Mapping[str, str]) -> None:
        self.action: dict[str, Any] = yaml.safe_load(ACTION.read_text())
        given = {name: str(each["default"]) for name, each in self.action["inputs"].items()}
        assert set(inputs) <= set(given)
        self.values = {f"inputs.{name}": value for name, value in {**given, **inputs}.items()}
        self.workspace = workspace
        self.temporary = temporary
        temporary.mkdir(exist_ok=True)

    def filled(self, text: str) -> str:
        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: self.values[match[1]], text)

    def step(self, number: int) -> Outcome:
        step = self.action["runs"]["steps"][number]
        assert step["shell"] == "bash"
        script, output = self.temporary / f"step-{number}.sh", self.temporary / f"output-{number}"
        script.write_text(step["run"])
        output.write_text("")
        more = {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
            "RUNNER_TEMP": str(self.temporary),
            "CELERYLINT_CACHE_DIR": "",
            **{name: self.filled(value) for name, value in step["env"].items()},
        }
        folder = self.workspace / self.filled(step.get("working-directory", "."))
        # As GitHub documents `shell: bash`.
        done = run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], folder, more=more)
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        self.values |= {f"steps.{step['id']}.outputs.{name}": value for name, value in outputs.items()}
        return Outcome(done.code, done.out + done.err, outputs)

    def check(self) -> Outcome:
        """The second step, with the celerylint of this environment."""
        self.values["steps.install.outputs.program"] = str(Path(sys.executable).parent / "celerylint")
        return self.step(1)


def test_the_action_is_valid(tmp_path: Path) -> None:
    schema = ["--builtin-schema", "vendor.github-actions"]
    assert valid(ACTION, *schema)
    (tmp_path / "action.yml").write_text(ACTION.read_text().replace("shell: bash", "shel: bash"))
    assert not valid(tmp_path / "action.yml", *schema)


def test_the_action_pastes_nothing_into_a_script() -> None:
    steps = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    assert [step["id"] for step in steps] == ["install", "check"]
    assert not any("${{" in step["run"] for step in steps)


def test_the_action_installs_itself_and_checks(repository: Path, tmp_path: Path) -> None:
    runner = Runner(repository, tmp_path / "temporary", {"python": sys.executable})
    installed = runner.step(0)
    if cause := unreachable(Done(installed.code, installed.log, "")):
        pytest.skip(f"the build backend cannot be had: {cause}")
    assert installed.code == 0, installed
    program = Path(installed.outputs["program"])
    assert program.is_relative_to(tmp_path / "temporary")
    checked = runner.step(1)
    assert (checked.code, checked.outputs) == (1, {"exit-code": "1"})
    assert "::error title=CEL201 retry-without-bind,file=tasks.py,line=6," in checked.log
    assert "## celerylint: 1 error" in (tmp_path / "temporary" / "summary.md").read_text()


def test_the_action_passes_on_what_it_is_given(repository: Path, tmp_path: Path) -> None:
    (repository / "a folder").mkdir()
    (repository / "a folder" / "more.py").write_text(UNBOUND)
    inputs = {"paths": "tasks.py\na folder\n\n", "options": "--select=CEL201\n--statistics\n", "sarif": "out/a b.sarif"}
    outcome = Runner(repository, tmp_path / "temporary", inputs).check()
    assert outcome.code == 1, outcome
    assert re.findall(r"file=([^,]+),", outcome.log) == ["a folder/more.py", "tasks.py"]
    assert "     2 CEL201 retry-without-bind" in outcome.log
    assert '"CEL201"' in (repository / "out" / "a b.sarif").read_text()
    inside = Runner(repository, tmp_path / "temporary", {"working-directory": "a folder"}).check()
    assert re.findall(r"file=([^,]+),", inside.log) == ["a folder/more.py"], "from the root of the repository"


@pytest.mark.parametrize("name", ["paths", "options", "since", "sarif"])
def test_the_action_runs_nothing_that_it_is_given(name: str, repository: Path, tmp_path: Path) -> None:
    """A title of a branch may be what an attacker writes."""
    for text in (
        "$(touch {0})",
        "`touch {0}`",
        "; touch {0} #",
        '"; touch {0}; "',
        "x\n$(touch {0})",
        "'$(touch {0})'",
    ):
        trace = tmp_path / "trace"
        Runner(repository, tmp_path / "temporary", {name: text.format(trace)}).check()
        assert not trace.exists(), text


def test_the_action_fails_where_the_check_does(repository: Path, tmp_path: Path) -> None:
    for inputs, code in (({"options": "--exit-zero"}, 0), ({"paths": "missing"}, 2), ({"options": "--unknown"}, 2)):
        outcome = Runner(repository, tmp_path / "temporary", inputs).check()
        assert (outcome.code, outcome.outputs["exit-code"]) == (code, str(code))


def test_the_workflows_of_the_page_give_the_action_what_it_takes() -> None:
    known = set(yaml.safe_load(ACTION.read_text())["inputs"])
    used: set[str] = set()
    for title in YAML:
        if title.startswith(".github/"):
            for job in yaml.safe_load(SNIPPETS[title])["jobs"].values():
                uses = [step for step in job["steps"] if step.get("uses", "").startswith("celerylint/")]
                used |= {name for step in uses for name in step["with"]}
    readme = re.search(r"- uses: celerylint/celerylint@\S+\n  with:\n((?:    .*\n)+)", (ROOT / "README.md").read_text())
    assert readme
    used |= set(yaml.safe_load(readme[1]))
    assert used
    assert used <= known


def test_ruff_keeps_our_comments_with_what_the_page_says(tmp_path: Path) -> None:
    settings = re.search(r"```toml\n(\[tool\.ruff\.lint\]\n.*?)```", PAGE, re.DOTALL)
    assert settings
    source = 'x = "a"  # noqa: CEL201\n'
    ruff = [sys.executable, "-m", "ruff", "check", "--quiet", "--no-cache", "--fix", "--select", "RUF", "tasks.py"]
    for text, kept in (("[tool.ruff]\n", False), (settings[1], True)):
        (tmp_path / "pyproject.toml").write_text(text)
        (tmp_path / "tasks.py").write_text(source)
        run(ruff, tmp_path)
        assert ("CEL201" in (tmp_path / "tasks.py").read_text()) == kept


def test_the_scripts_of_the_action_are_good_bash() -> None:
    for step in yaml.safe_load(ACTION.read_text())["runs"]["steps"]:
        done = run(["bash", "-n", "-c", step["run"]], ROOT)
        assert done == (0, "", "")
        assert shlex.split(step["run"], comments=True)
