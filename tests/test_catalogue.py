"""Every rule is complete, and says what it has to say in the words of the house."""

from __future__ import annotations

import re
import string
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from celerylint import rules
from celerylint.core.packs import PACKS
from celerylint.core.rule import Profile, Rule, Severity
from celerylint.linter.catalogue import all_rules, own_entries, rule_named
from tests.corpus import CORPUS, ROOT, Places, cases

SERIES = {
    "definition": 1,
    "retry": 2,
    "database": 3,
    "event_loop": 4,
    "calling": 5,
    "canvas": 6,
    "schedule": 7,
    "observability": 8,
    "upkeep": 9,
}
CATALOGUE = ROOT.parent / "shared" / "CATALOGUE.md"
ROW = re.compile(r"\| (CEL\d{3}) ([\w-]+) \| ([EWN]) \| ([^|]+?) \|")
# Rules that the catalogue lacks, for conventions that none of its rules served: name, severity, profile.
ADDED = {
    "CEL335": ("async-session-in-task", "N", "P:service-tasks"),  # one guide works with plain sessions only
    "CEL337": ("endless-paging", "E", "P:single-instance-tasks"),  # one leaves its loop at an empty page
    "CEL819": ("counted-before-done", "N", "P:service-tasks, P:single-instance-tasks"),  # two count after the work
    "CEL820": ("progress-without-total", "N", "P:single-instance-tasks"),  # one says how many there are
    "CEL336": (
        "module-level-session-import",
        "N",
        "P:task-definition, P:async-runner",
    ),  # two import it in the coroutine
}
SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}
# What a message may begin with in capitals: what people write so in code, and proper names.
NAMES = ("Celery",)

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


def docstring(rule: Rule) -> str:
    return (import_module(rule.module).__doc__ or "").strip()


def paragraphs(rule: Rule) -> list[str]:
    return [" ".join(each.split()) for each in docstring(rule).split("\n\n")]


def messages(rule: Rule) -> list[str]:
    """All the texts of a rule's file that it may speak with: its message, and constants that stand for it."""
    constants = vars(import_module(rule.module)).items()
    others = [value for name, value in constants if name.isupper() and isinstance(value, str) and " " in value]
    return [rule.message, *others]


def test_there_are_rules_and_every_file_is_one() -> None:
    root = Path(rules.__path__[0])
    files = {path.stem for path in root.glob("*/*.py") if path.stem != "__init__"}
    assert files == {rule.name.replace("-", "_") for rule in all_rules()}
    assert len(files) >= 13
    assert {path.name for path in root.iterdir() if path.is_dir() and path.name != "__pycache__"} <= set(SERIES)


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in all_rules()}) == len(codes)


@every_rule
def test_the_name_is_that_of_the_file_and_the_code_is_in_its_series(rule: Rule) -> None:
    path = Path(import_module(rule.module).__file__ or "")
    assert (path.stem, path.parent.name) == (rule.name.replace("-", "_"), rule.series)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(rf"CEL{SERIES[rule.series]}\d\d", rule.code)


@every_rule
def test_a_rule_is_found_by_its_code_and_its_name(rule: Rule) -> None:
    assert rule_named(rule.code) is rule_named(rule.code.lower()) is rule_named(rule.name) is rule


@every_rule
def test_the_name_is_the_bad_pattern(rule: Rule) -> None:
    """It reads well after "allow"."""
    assert not rule.name.startswith(("no-", "avoid-", "prefer-", "use-", "dont-", "never-", "require-"))


@every_rule
def test_the_docstring_says_what_is_wrong_what_happens_and_what_to_write(rule: Rule) -> None:
    summary, *rest = docstring(rule).split("\n")
    assert len(summary) <= 120
    assert re.fullmatch(r"[^.!?]+[^.!?\s]\.", re.sub(r"`[^`]*`", "code", summary)), f"not one sentence: {summary!r}"
    assert rest[:1] == [""], "the summary stands on a line of its own"
    assert len(paragraphs(rule)) >= 3, "a summary and at least two paragraphs"
    assert all(each.endswith((".", ":")) for each in paragraphs(rule))


@every_rule
def test_an_opt_in_rule_says_when_to_turn_it_on(rule: Rule) -> None:
    assert ("Turn it on when" in " ".join(paragraphs(rule))) == (rule.profile is not Profile.RECOMMENDED)


@every_rule
def test_a_message_is_one_line_without_a_final_stop_or_a_capital(rule: Rule) -> None:
    for message in messages(rule):
        assert "\n" not in message
        assert "  " not in message
        assert message == message.strip()
        assert not message.endswith((".", "!", ";", ":"))
        assert not message[0].isupper() or message.startswith(NAMES), message
        assert message.count("`") % 2 == 0
        assert not re.search(r"\b(please|should|must not|consider|avoid)\b", message, re.IGNORECASE)


@every_rule
def test_a_message_says_what_happens_and_then_what_to_write(rule: Rule) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name}
    assert "; " in rule.message or "advice" in fields, rule.message


@every_rule
def test_a_reported_message_has_its_braces_filled(rule: Rule, corpus_reports: dict[str, Places]) -> None:
    own = [place.message for place in chain(*corpus_reports["cli"].values()) if place.code == rule.code]
    assert own
    for message in own:
        assert not re.search(r"\{\w*\}|\bNone\b|<\w+ object", message), message
        assert any(re.fullmatch(as_pattern(text), message) for text in messages(rule)), message


def as_pattern(message: str) -> str:
    """A message with anything in its braces, as a regular expression."""
    return "".join(
        re.escape(text) + ("" if name is None else ".+") for text, name, _, _ in string.Formatter().parse(message)
    )


@every_rule
def test_every_message_of_a_rule_is_shown_by_a_case(rule: Rule, corpus_reports: dict[str, Places]) -> None:
    own = [place.message for place in chain(*corpus_reports["cli"].values()) if place.code == rule.code]
    for text in messages(rule):
        assert any(re.fullmatch(as_pattern(text), message) for message in own), text


@every_rule
def test_a_rule_has_checks_cases_a_proof_and_a_page(rule: Rule) -> None:
    """A note that is off by default may be a habit of a house, which nothing proves."""
    assert rule.checks
    name = rule.name.replace("-", "_")
    assert any(case.rule is rule for case in cases())
    assert (CORPUS / name).is_dir()
    may_be_habit = rule.severity is Severity.NOTE and rule.profile is not Profile.RECOMMENDED
    assert (ROOT / "proofs" / f"{name}.py").is_file() or may_be_habit
    assert (ROOT / "docs" / "rules" / f"{rule.name}.md").is_file()


def test_there_is_no_proof_or_page_without_a_rule() -> None:
    names = {rule.name for rule in all_rules()}
    proofs = {path.stem.replace("_", "-") for path in (ROOT / "proofs").glob("*.py")}
    assert proofs - {"--init--", "lab", "run"} <= names
    pages = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert pages - {"index"} - {entry.name for entry in own_entries()} == names


@every_rule
def test_convention_packs_exist(rule: Rule) -> None:
    assert set(rule.packs) <= set(PACKS)
    assert bool(rule.packs) == (rule.profile is Profile.PACK) or rule.profile is Profile.STRICT


@every_rule
def test_code_severity_and_profile_are_those_of_the_catalogue(rule: Rule) -> None:
    if not CATALOGUE.is_file():
        pytest.skip(f"{CATALOGUE} is not there: it lies beside the repository, not in it")
    rows = {code: tuple(words) for code, *words in ROW.findall(CATALOGUE.read_text())} | ADDED
    name, severity, profile = rows[rule.code]
    assert name == rule.name
    assert SEVERITIES[severity] is rule.severity
    on, *_ = profile.split(", ")
    assert rule.packs == tuple(re.findall(r"P:([\w-]+)", profile))
    assert rule.profile is {"R": Profile.RECOMMENDED, "S": Profile.STRICT}.get(on, Profile.PACK)


def test_a_note_is_never_recommended() -> None:
    loud = [rule for rule in all_rules() if rule.profile is Profile.RECOMMENDED]
    assert not [rule.name for rule in loud if rule.severity is Severity.NOTE]
