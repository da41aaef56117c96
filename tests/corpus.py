"""The corpus: cases, what they expect, and what each host reports on all of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from celerylint.core.rule import Rule
from celerylint.core.span import Span
from celerylint.linter.catalogue import all_rules
from celerylint.syntax.source import Source, decode, parse

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "test_corpus"
_EXPECT = re.compile(r"# expect (CEL\d{3}): (.*?)(?=\s*# expect |$)")
_SETTINGS = "# settings:"


class Place(NamedTuple):
    """Where a host reports a finding: columns from 0."""

    line: int
    column: int
    code: str
    message: str


class Expectation(NamedTuple):
    """A finding that a case declares: the line it starts on, and the source under it."""

    line: int
    code: str
    text: str


class Case(NamedTuple):
    """One file of the corpus: a case of its own, or a file of a small project."""

    path: Path
    rule: Rule
    project: Path | None = None

    @property
    def name(self) -> str:
        """`bad_x`: the name of the file, or of the project that it is part of."""
        return self.project.name if self.project else self.path.stem

    @property
    def id(self) -> str:
        return "/".join(self.place.parts[: None if self.project else 2])

    @property
    def place(self) -> Path:
        """Where the case lies when it is checked, below a root: its module is `<name>.<name>`."""
        if self.project:
            return self.path.relative_to(CORPUS)
        return Path(self.path.parent.name, self.path.stem, self.path.name)

    @property
    def golden(self) -> Path:
        """What the case is to become when the findings of its rule are mended; there is none if nothing can be."""
        return self.path.with_suffix(".py.fixed" if self.project else ".fixed.py")

    @property
    def bare_text(self) -> str:
        """The case without its expectations."""
        return re.sub(r"[ \t]*# expect CEL\d{3}: .*", "", self.text)

    @property
    def text(self) -> str:
        return decode(self.path.read_bytes())

    @property
    def is_bad(self) -> bool:
        """Whether it has findings; of a bad project that is so of some files."""
        return bool(self.expectations) if self.project else self.name.startswith("bad_")

    @property
    def settings(self) -> list[str]:
        """The lines of TOML in the first line of the case, or of a file of its project."""
        files = sorted(self.project.rglob("*.py")) if self.project else [self.path]
        firsts = (decode(path.read_bytes()).partition("\n")[0] for path in files)
        given = next((first for first in firsts if first.startswith(_SETTINGS)), _SETTINGS)
        return [part.strip() for part in given.removeprefix(_SETTINGS).split(";") if part.strip()]

    @property
    def expectations(self) -> list[Expectation]:
        lines = enumerate(self.text.split("\n"), 1)
        return [Expectation(number, *match.groups()) for number, line in lines for match in _EXPECT.finditer(line)]

    def pyproject(self) -> str:
        """The settings file of the case: the recommended profile, and its own rule."""
        settings = [f'extend-select = ["{self.rule.code}"]', *self.settings]
        return "\n".join(["[tool.celerylint]", *settings, ""])

    def source_under(self, span: Span) -> str:
        """The source text of a finding as expectations spell it: comments dropped, blanks folded."""
        text = self.text
        lines = Source(str(self.path), text, parse(text)).excerpt(span)
        return " ".join(re.sub(r"\s*# expect .*", "", lines).split())


def cases() -> list[Case]:
    """All cases, sorted."""
    rules = {rule.name.replace("-", "_"): rule for rule in all_rules()}
    paths = (path for path in sorted(CORPUS.glob("*/*.py")) if not path.name.endswith(".fixed.py"))
    files = [Case(path, rules[path.parent.name]) for path in paths]
    projects = (path for path in sorted(CORPUS.glob("*/*/")) if path.name.startswith(("bad_", "good_")))
    return files + [
        Case(path, rules[project.parent.name], project)
        for project in projects
        for path in sorted(project.rglob("*.py"))
    ]


def fits(expected: str, actual: str) -> bool:
    """Whether an expectation means that source text; one that ends in ` ...` gives its beginning."""
    if expected.endswith(" ..."):
        return actual.startswith(" ".join(expected.removesuffix(" ...").split()))
    return " ".join(expected.split()) == actual


def lay_out(root: Path) -> None:
    """A folder for each case, with the settings file that the case asks for."""
    for case in cases():
        path = root / case.place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.path.read_bytes())
        top = root / case.rule.name.replace("-", "_") / case.name
        (top / "pyproject.toml").write_text(case.pyproject())


def run(arguments: list[str], cwd: Path, expected: tuple[int, ...] = (0, 1)) -> str:
    """Run a tool of this environment; its standard output."""
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode in expected, f"{arguments}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


Places = dict[str, list[Place]]


def by_flake8(root: Path) -> Places:
    """What flake8 reports, by path below the root."""
    form = "%(path)s\t%(row)d\t%(col)d\t%(code)s\t%(text)s"
    output = run(["flake8", "--isolated", "--select=CEL", f"--format={form}", "."], root)
    places: Places = {}
    for line in output.splitlines():
        path, row, column, code, text = line.split("\t")
        places.setdefault(os.path.normpath(path), []).append(Place(int(row), int(column) - 1, code, text))
    return places


def by_pylint(root: Path) -> Places:
    """What pylint reports of ours, by path below the root."""
    files = sorted(str(path.relative_to(root)) for path in root.rglob("*.py"))
    plugin = ["--load-plugins=celerylint.pylint", "--output-format=json2", "--rcfile=/dev/null", "--persistent=n"]
    listed = root / "files.txt"
    listed.write_text("\n".join(files))
    output = run(["pylint", *plugin, "-j2", f"--disable={_others()}", *files], root, tuple(range(32)))
    places: Places = {}
    for message in json.loads(output)["messages"]:
        if message["symbol"].startswith("celery-"):
            code = f"CEL{message['messageId'][2:]}"
            place = Place(message["line"], message["column"], code, message["message"])
            places.setdefault(os.path.normpath(message["path"]), []).append(place)
    return places


def _others() -> str:
    """Every message of pylint itself, so that only ours are computed; `--disable=all` would take ours too."""
    from pylint.lint import PyLinter

    linter = PyLinter()
    linter.load_default_plugins()
    return ",".join(
        sorted(message.symbol for message in linter.msgs_store.messages if message.symbol != "astroid-error")
    )


def by_cli(root: Path) -> Places:
    """What the command line reports, by path below the root."""
    output = run(["celerylint", "check", "--output-format", "json", "."], root)
    places: Places = {}
    for finding in json.loads(output):
        place = Place(finding["line"], finding["column"] - 1, finding["code"], finding["message"])
        places.setdefault(finding["path"], []).append(place)
    return places


HOSTS: dict[str, Callable[[Path], Places]] = {"flake8": by_flake8, "pylint": by_pylint, "cli": by_cli}
