"""The guides' good examples are clean under their own pack; what breaks one of their conventions is reported, by a rule
that the ledger names for it and by no other, and all hosts agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from filelock import FileLock

from celerylint.core.packs import PACKS
from celerylint.core.rule import Rule
from celerylint.linter.catalogue import all_rules, rule_named
from celerylint.linter.ledger import ledger
from tests.corpus import HOSTS, Place, Places
from tests.guides import GUIDES, Sample, examples, lay_out, variants

SAMPLES = (*examples(), *variants())


@pytest.fixture(scope="session")
def reports(shared_root: Path) -> dict[str, Places]:
    """What each host reports on the samples, by host and `pack/sample`; computed by one process of the run."""
    with FileLock(shared_root / "guides.lock"):
        stored = shared_root / "guides.json"
        if not stored.exists():
            root = shared_root / "guides"
            lay_out(root)
            stored.write_text(json.dumps({host: report(root) for host, report in HOSTS.items()}))
    return {
        host: {"/".join(path.split("/")[:2]): [Place(*place) for place in places] for path, places in by_path.items()}
        for host, by_path in json.loads(stored.read_text()).items()
    }


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_sample(sample: Sample, host: str, reports: dict[str, Places]) -> None:
    """Exactly what the sample declares is reported, there and nowhere else."""
    found = reports[host].get(sample.id, [])
    assert [(place.line, place.column, place.code) for place in found] == sample.expected


@pytest.mark.parametrize("variant", variants(), ids=lambda variant: variant.id)
def test_a_variant_is_reported_by_the_rules_that_the_ledger_names(variant: Sample) -> None:
    (example,) = (each for each in examples() if (each.pack, each.example) == (variant.pack, variant.example))
    assert example.expected == []
    assert variant.convention
    rules = {rule.code for rule in map(rule_named, variant.convention.rules) if rule}
    codes = {code for _, _, code in variant.expected}
    assert codes
    assert codes <= rules


def test_hosts_agree_on_the_guides(reports: dict[str, Places]) -> None:
    assert reports["cli"]
    for host in ("flake8", "pylint"):
        assert reports[host] == reports["cli"], host


def test_there_are_enough_examples_and_variants() -> None:
    for pack in PACKS:
        assert sum(sample.pack == pack for sample in examples()) >= 5
        assert sum(sample.pack == pack for sample in variants()) >= 50
    served = {convention.id for convention in ledger() if convention.rules}
    broken = {variant.convention.id for variant in variants() if variant.convention}
    assert broken <= served
    assert len(broken) >= 0.95 * len(served)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_of_a_pack_is_shown_by_a_variant_of_that_pack(rule: Rule) -> None:
    shown = {variant.pack for variant in variants() if rule.code in {code for _, _, code in variant.expected}}
    assert set(rule.packs) <= shown


def test_a_bug_of_a_guide_is_shown_mended_beside_it() -> None:
    """An example with a finding has one of the same name without."""
    clean = {(sample.pack, sample.name) for sample in examples() if not sample.expected}
    for sample in examples():
        assert not sample.expected or (sample.pack, f"{sample.name}_mended") in clean, sample.id


def test_no_stray_files_in_the_guides() -> None:
    files = {path.relative_to(GUIDES).as_posix() for path in GUIDES.rglob("*") if path.suffix not in ("", ".pyc")}
    wanted = {f"{sample.pack}/{sample.name}.py" for sample in examples()} | {f"{pack}/variants.toml" for pack in PACKS}
    wanted |= {f"{sample.pack}/{sample.name}/{path}" for sample in examples() for path in sample.files}
    assert files == wanted
