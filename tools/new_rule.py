"""Make the two places that a new rule touches: `python -m tools.new_rule CEL118 definition lock-without-timeout`."""

from __future__ import annotations

import argparse
import importlib
import re
from pathlib import Path

from celerylint.linter.catalogue import all_rules
from tools import rule_table

ROOT = Path(__file__).parent.parent
_RULE = '''"""WHAT IS WRONG, in a sentence.

What happens when it runs.

What to write instead.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task import Task

rule = Rule(
    __name__,
    code={code},
    message="what happens in `{{task}}`; what to write",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(Task)
def check(task: Task) -> Findings:
    if False:
        yield rule.at(task, task=task.name)
'''
_BAD = """from celery import shared_task


@shared_task
def bad_task() -> None:  # expect CEL{code}: def bad_task
    pass
"""
_GOOD = """from celery import shared_task


@shared_task
def good_task() -> None:
    pass
"""
_NEAR = '''"""Why this is fine."""

from celery import shared_task


@shared_task
def good_task() -> None:
    pass
'''


def files(code: int, series: str, name: str) -> dict[Path, str]:
    """What a new rule begins as, by path."""
    module = name.replace("-", "_")
    folder = ROOT / "src" / "celerylint" / "rules" / series
    corpus = ROOT / "test_corpus" / module
    made = {folder / f"{module}.py": _RULE.format(code=code), corpus / "good_example.py": _GOOD}
    made |= {corpus / f"bad_{which}.py": _BAD.format(code=code) for which in ("example", "second", "third")}
    made |= {corpus / f"good_near_{which}.py": _NEAR for which in ("first", "second", "third")}
    if not (folder / "__init__.py").exists():
        made[folder / "__init__.py"] = f'"""{str(code)[0]}xx."""\n'
    return made


def main() -> None:
    """Write the files and the table of rules, unless the code or the name is taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="CELnnn")
    parser.add_argument("series", help="the folder under rules/")
    parser.add_argument("name", help="the bad pattern, in-kebab-case")
    given = parser.parse_args()
    code = re.fullmatch(r"(?:CEL)?([1-9]\d\d)", given.code)
    if code is None or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", given.name):
        parser.error("expected a code such as CEL118 and a name such as lock-without-timeout")
    if any(rule.code == f"CEL{code[1]}" or rule.name == given.name for rule in all_rules()):
        parser.error(f"CEL{code[1]} or {given.name} is taken")
    for path, text in files(int(code[1]), given.series, given.name).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        print(path.relative_to(ROOT))
    importlib.invalidate_caches()
    all_rules.cache_clear()
    rule_table.PATH.write_text(rule_table.table())


if __name__ == "__main__":
    main()
