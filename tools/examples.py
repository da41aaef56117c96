"""The good examples that `celerylint guide` shows: of each rule, what the good case of its page has that the bad one
has not. `tools/docs.py` writes them for the package."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from celerylint.core.rule import Rule
from celerylint.linter.catalogue import all_rules
from tools.rule_pages import pair_of

PATH = Path(__file__).parent.parent / "src" / "celerylint" / "examples.json"
_FILE = re.compile(r"^# (\S+\.py)$", re.MULTILINE)


def text() -> str:
    """The examples as the file of the package has them: a rule a line."""
    examples = {rule.name: example(rule) for rule in all_rules()}
    lines = [f"{json.dumps(name)}: {json.dumps(shown, ensure_ascii=False)}" for name, shown in sorted(examples.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def example(rule: Rule) -> str:
    """What is to be written instead of what a rule finds; of a project, file by file."""
    bad, good = (dict(zip(*[iter(["", *_FILE.split(each)])] * 2, strict=True)) for each in pair_of(rule))
    parts = {name: _difference(bad.get(name, ""), shown) for name, shown in good.items()}
    return "\n".join(f"# {name}\n{part}" if name else part for name, part in parts.items() if part) or good[""]


def _difference(bad: str, good: str) -> str:
    """The statements of a text that another has not."""
    known = {ast.dump(node) for node in ast.parse(bad).body}
    new = [node for node in ast.parse(good).body if ast.dump(node) not in known and not _is_docstring(node)]
    lines = good.split("\n")
    parts = ["\n".join(lines[_start(node) - 1 : node.end_lineno]) for node in new]
    imports = [part for node, part in zip(new, parts, strict=True) if isinstance(node, (ast.Import, ast.ImportFrom))]
    others = [part for part in parts if part not in imports]
    joined = "\n".join(imports) + ("\n\n" if imports and others else "") + "\n\n".join(others)
    return f"{joined}\n" if joined else ""


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _start(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    lines: list[int] = [node.lineno, *(decorator.lineno for decorator in decorators)]
    return min(lines)
