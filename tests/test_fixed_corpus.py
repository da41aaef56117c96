"""Every bad case of the corpus, mended."""

from __future__ import annotations

import ast
import atexit
import io
import shutil
import sys
import tokenize
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from celerylint.core.rule import Finding, Fix, Rule
from celerylint.fixing.apply import Fixed, fix
from celerylint.fixing.files import encoded
from celerylint.hosts.settings_table import settings_from
from celerylint.linter.catalogue import all_rules
from celerylint.linter.check import check, project_around, rules_for
from celerylint.syntax.source import decode, parse
from tests.corpus import Case, cases

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(mkdtemp(prefix="celerylint-fixed-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
ANY = frozenset({Fix.SAFE, Fix.UNSAFE})
BAD = [case for case in cases() if case.is_bad]
FIXABLE = [case for case in BAD if case.rule.fix is not Fix.NONE]
by_id = pytest.mark.parametrize("case", FIXABLE, ids=lambda case: case.id)


def checker(case: Case) -> Callable[[str], list[Finding]]:
    """What finds everything in a text that stands in the place of a case; only its own rule mends."""
    settings = settings_from(tomllib.loads(case.pyproject())["tool"]["celerylint"], "case")
    rules = rules_for(case.path.name, settings)
    path = str(_copied(case.project) / case.path.relative_to(case.project) if case.project else case.place)

    def found(text: str) -> list[Finding]:
        project = project_around(path, settings, cache="", unsaved=text) if case.project else None
        findings = check(path, text, parse(text), settings, rules, project).findings
        return [each if each.code == case.rule.code else each._replace(fix=Fix.NONE) for each in findings]

    return found


@cache
def _copied(project: Path) -> Path:
    """A copy of a project of the corpus, with a root of its own."""
    root = FOLDER / project.parent.name / project.name
    shutil.copytree(project, root)
    (root / "pyproject.toml").touch()
    return root


def mended(case: Case) -> Fixed:
    return fix(case.bare_text, checker(case), ANY)


@by_id
def test_golden(case: Case, request: pytest.FixtureRequest) -> None:
    """`bad_x.fixed.py` is what becomes of `bad_x.py`, and `x.py.fixed` of a file of a project; there is none where
    nothing can be mended."""
    text = mended(case).text
    if request.config.getoption("--bless"):
        case.golden.unlink(missing_ok=True)
        if text != case.bare_text:
            case.golden.write_bytes(text.encode())
    assert case.golden.exists() == (text != case.bare_text)
    if case.golden.exists():
        assert case.golden.read_bytes().decode() == text


@by_id
def test_a_golden_is_clean_and_stable(case: Case) -> None:
    """What is offered is done or refused with a reason, no finding came, and a second run changes nothing."""
    done = mended(case)
    before = checker(case)(case.bare_text)
    left = checker(case)(done.text)
    assert len([each for each in left if each.rewrite and each.code == case.rule.code]) == len(done.refusals)
    assert {each.code for each in left} <= {each.code for each in before}
    assert fix(done.text, checker(case), ANY).text == done.text
    ast.parse(done.text)


def comments(text: str) -> Counter[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


MENDED = [case for case in FIXABLE if case.golden.exists()]


@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.id)
def test_no_comment_is_lost(case: Case) -> None:
    assert comments(case.golden.read_text()) == comments(case.bare_text)


STYLES: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "mixed": lambda data: data.replace(b"\n\n", b"\r\n\n"),
    "tabs": lambda data: data.replace(b"    ", b"\t"),
    "BOM": lambda data: b"\xef\xbb\xbf" + data,
    "no last line end": lambda data: data.rstrip(b"\n"),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.id)
def test_other_bytes_change_nothing(case: Case, style: Callable[[bytes], bytes]) -> None:
    """A file with other line ends, indentation or a byte order mark is mended just so."""
    data = style(case.bare_text.encode())
    text = decode(data)
    fixed = encoded(data, text, fix(text, checker(case), ANY).text)
    if style is not STYLES["mixed"]:
        assert fixed == style(case.golden.read_bytes())
        return
    assert fixed.replace(b"\r\n", b"\n") == case.golden.read_bytes()
    before, after = lines_by_text(data), lines_by_text(fixed)
    assert all(after[text] == lines for text, lines in before.items() if len(after.get(text, ())) == len(lines))


def lines_by_text(data: bytes) -> dict[bytes, list[bytes]]:
    """The lines with their ends, by what they hold."""
    found: dict[bytes, list[bytes]] = {}
    for line in data.split(b"\n"):
        found.setdefault(line.removesuffix(b"\r"), []).append(line)
    return found


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_fixes_if_a_case_shows_it(rule: Rule) -> None:
    own = [case for case in BAD if case.rule is rule]
    has_golden = any(case.golden.exists() for case in own)
    assert has_golden == (rule.fix is not Fix.NONE)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.id)
def test_a_fix_is_at_most_as_safe_as_the_norm_of_its_rule(case: Case) -> None:
    for finding in checker(case)(case.text):
        assert (finding.rewrite is None) == (finding.fix is Fix.NONE) or finding.code != case.rule.code
