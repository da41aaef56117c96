"""What other tools say of our cases: `make compare`, which installs them, writes `tools/comparison.json`.

The tools run with every rule that they have, over every case that is one file. For each pair of a rule of ours and
messages of theirs that `comparison.toml` names: at how many of the statements that we report they speak, and in how
many of the cases that are right they speak as well. `tools/docs.py` makes a table of it.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from celerylint.linter.catalogue import all_rules

HERE = Path(__file__).parent
CORPUS = HERE.parent / "test_corpus"
MEASURED = HERE / "comparison.json"
_EXPECT = re.compile(r"# expect (CEL\d+)")
_DISTRIBUTIONS = {
    "ruff": ["ruff"],
    "flake8": ["flake8", "flake8-bugbear", "flake8-pie", "flake8-async", "flake8-datetimez", "flake8-print"],
    "pylint": ["pylint", "pylint-celery"],
    "mypy": ["mypy", "celery-types", "django-stubs"],
    "bandit": ["bandit"],
}


class Said(NamedTuple):
    """A message of another tool."""

    file: str
    line: int
    code: str


def spoken_of() -> dict[str, dict[str, list[str]]]:
    """By rule and tool, the codes of the messages that speak of the same hazard."""
    toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    rules: dict[str, dict[str, list[str]]] = toml.loads((HERE / "comparison.toml").read_text())["rules"]
    return rules


def lay_out(folder: Path) -> None:
    """Write the cases that are one file into a package, which a type checker wants."""
    (folder / "__init__.py").touch()
    for case in CORPUS.glob("*/*.py"):
        if case.name.startswith(("bad_", "good_")) and not case.name.endswith(".fixed.py"):
            (folder / f"{case.parent.name}__{case.name}").write_text(case.read_text())


def places(folder: Path) -> dict[str, list[tuple[str, range]]]:
    """By rule, the statements in which it reports something: the file and the lines."""
    found: dict[str, list[tuple[str, range]]] = defaultdict(list)
    for path in sorted(folder.glob("*__bad_*.py")):
        text = path.read_text()
        statements = [lines_of(node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt)]
        for number, line in enumerate(text.splitlines(), 1):
            if _EXPECT.search(line):
                lines = min(
                    (lines for lines in statements if number in lines), key=len, default=range(number, number + 1)
                )
                found[path.name.partition("__")[0].replace("_", "-")].append((path.name, lines))
    return found


def lines_of(node: ast.stmt) -> range:
    """The lines of a statement, of one with a body those of its head, decorators included."""
    body = getattr(node, "body", None)
    decorators = [decorator.lineno for decorator in getattr(node, "decorator_list", ())]
    end = max(body[0].lineno, node.lineno + 1) if body else (node.end_lineno or node.lineno) + 1
    return range(min([node.lineno, *decorators]), end)


def by_ruff(folder: Path) -> Iterator[Said]:
    """Everything that ruff has, previews included."""
    text = _run(
        folder, "ruff", "check", "--isolated", "--preview", "--select=ALL", "--output-format=json", "--no-cache"
    )
    for one in json.loads(text):
        yield Said(Path(one["filename"]).name, one["location"]["row"], one["code"])


def by_flake8(folder: Path) -> Iterator[Said]:
    """flake8 and its plugins, without ours."""
    template = "--format=%(path)s\t%(row)d\t%(code)s"
    options = ["--isolated", "--extend-select=ASYNC,B9", "--extend-ignore=CEL", template]
    for line in _run(folder, "flake8", *options, ".").splitlines():
        path, row, code = line.split("\t")
        yield Said(Path(path).name, int(row), code)


def by_pylint(folder: Path) -> Iterator[Said]:
    """Every message of pylint."""
    template = "--msg-template={path}\t{line}\t{symbol}"
    options = ["--rcfile=/dev/null", "--load-plugins=pylint_celery", "--enable=all", "-j4", template]
    for line in _run(folder, "pylint", *options, *(path.name for path in sorted(folder.glob("*.py")))).splitlines():
        if line.count("\t") == 2:
            path, row, symbol = line.split("\t")
            yield Said(Path(path).name, int(row), symbol)


def by_mypy(folder: Path) -> Iterator[Said]:
    """mypy, with the stubs of Celery and Django."""
    options = ["--strict", "--ignore-missing-imports", "--no-incremental", "--no-error-summary", "--config-file="]
    for line in _run(folder, "mypy", *options, ".").splitlines():
        match = re.match(r"(.+?):(\d+): error: .*  \[(.+)\]$", line)
        if match:
            yield Said(Path(match[1]).name, int(match[2]), match[3])


def by_bandit(folder: Path) -> Iterator[Said]:
    """Every test of bandit."""
    for one in json.loads(_run(folder, "bandit", "-q", "-r", "-f", "json", "."))["results"]:
        yield Said(Path(one["filename"]).name, one["line_number"], one["test_id"])


TOOLS = {"ruff": by_ruff, "flake8": by_flake8, "pylint": by_pylint, "mypy": by_mypy, "bandit": by_bandit}


def _run(folder: Path, command: str, *options: str) -> str:
    program = Path(sys.executable).with_name(command)
    done = subprocess.run([str(program), *options], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.stderr and not done.stdout:
        raise SystemExit(f"{command}: {done.stderr}")
    return done.stdout


def measure() -> dict[str, object]:
    """The versions of the tools, and by rule and tool: places seen, places, good cases spoken of, good cases."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "cases"
        folder.mkdir()
        lay_out(folder)
        ours = places(folder)
        said = {tool: set(speak(folder)) for tool, speak in TOOLS.items()}
        counts: dict[str, dict[str, list[int]]] = {}
        for rule, by_tool in spoken_of().items():
            stem = rule.replace("-", "_")
            good = [path.name for path in folder.glob(f"{stem}__good_*.py")]
            for tool, codes in by_tool.items():
                mine = defaultdict(set)
                for one in said[tool]:
                    if one.code in codes:
                        mine[one.file].add(one.line)
                seen = sum(not mine[file].isdisjoint(lines) for file, lines in ours[rule])
                wrong = sum(name in mine for name in good)
                counts.setdefault(rule, {})[tool] = [seen, len(ours[rule]), wrong, len(good)]
    versions = {tool: [f"{name} {version(name)}" for name in names] for tool, names in _DISTRIBUTIONS.items()}
    return {"versions": versions, "rules": counts}


def table() -> str:
    """What was measured, in Markdown."""
    measured = json.loads(MEASURED.read_text())
    rules = {rule.name: rule for rule in all_rules()}
    rows = [f"| hazard | {' | '.join(TOOLS)} |", f"|---|{'---|' * len(TOOLS)}"]
    for name, by_tool in sorted(measured["rules"].items(), key=lambda item: rules[item[0]].code):
        cells = (_cell(by_tool.get(tool), spoken_of()[name].get(tool, [])) for tool in TOOLS)
        rows.append(f"| [{rules[name].code} {name}](rules/{name}.md) | {' | '.join(cells)} |")
    alone = [rule for rule in all_rules() if rule.name not in measured["rules"]]
    links = ", ".join(f"[{rule.code}](rules/{rule.name}.md)" for rule in alone)
    rows += ["", f"Of the {len(rules)} rules, {len(alone)} have no counterpart there: {links}."]
    rows += ["", f"Versions: {', '.join(each for names in measured['versions'].values() for each in names)}.", ""]
    return "\n".join(rows)


def _cell(counts: list[int] | None, codes: list[str]) -> str:
    if counts is None:
        return ""
    seen, places, wrong, good = counts
    return f"{', '.join(codes)}: {seen} of {places}; also in {wrong} of {good} good"


if __name__ == "__main__":
    MEASURED.write_text(json.dumps(measure(), indent=1) + "\n")
