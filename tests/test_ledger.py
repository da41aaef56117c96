"""The ledger is complete: every convention is served or excused, every pack's rule serves one."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from celerylint.core.packs import PACKS
from celerylint.core.rule import Rule
from celerylint.linter.catalogue import all_rules
from celerylint.linter.ledger import Convention, conventions_of, ledger, served_by

KINDS = {"hazard", "convention", "habit"}
NAMES = {rule.name for rule in all_rules()}

every_convention = pytest.mark.parametrize("convention", ledger(), ids=lambda convention: convention.id)


def test_every_guide_is_there_and_none_else() -> None:
    assert tuple(dict.fromkeys(convention.pack for convention in ledger())) == tuple(PACKS)
    assert len(ledger()) >= 300
    assert all(len(conventions_of(pack)) >= 50 for pack in PACKS)


def test_an_id_names_one_convention() -> None:
    assert [name for name, count in Counter(each.id for each in ledger()).items() if count > 1] == []
    for pack in PACKS:
        said = Counter(each.says for each in conventions_of(pack))
        assert [text for text, count in said.items() if count > 1] == []


@every_convention
def test_a_convention_is_one_sentence(convention: Convention) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", convention.key)
    assert re.fullmatch(r"[A-Z][^.!?;`]+[a-z]\.", convention.says), convention.says
    assert len(convention.says) <= 120
    assert convention.kind in KINDS
    assert convention.place == convention.place.strip() != ""


@every_convention
def test_a_convention_is_served_or_excused(convention: Convention) -> None:
    assert bool(convention.rules) != bool(convention.excused)
    assert len(set(convention.rules)) == len(convention.rules)
    assert set(convention.rules) <= NAMES
    if convention.excused:
        assert re.fullmatch(r"[a-zA-Z][^.!?`]+[a-z]", convention.excused), convention.excused
        assert convention.kind != "hazard"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_serves_a_convention_of_each_of_its_packs(rule: Rule) -> None:
    assert set(rule.packs) <= {convention.pack for convention in served_by(rule)}


def test_the_conventions_of_a_heading_stand_together() -> None:
    for pack in PACKS:
        places = [convention.place for convention in conventions_of(pack)]
        runs = [place for before, place in zip(["", *places], places, strict=False) if before != place]
        assert len(runs) == len(set(runs))
