"""Which rules are on."""

from __future__ import annotations

import pytest

from celerylint.core.packs import PACKS
from celerylint.core.rule import Profile
from celerylint.core.settings import Settings, SettingsError
from celerylint.linter.catalogue import all_rules
from celerylint.linter.selection import check_selectors, did_you_mean, resolve, selected

RECOMMENDED = {rule.code for rule in all_rules() if rule.profile is Profile.RECOMMENDED}
STRICT = {rule.code for rule in all_rules() if rule.profile is Profile.STRICT}
PACKED = {rule.code for rule in all_rules() if rule.profile is Profile.PACK}
ALL = RECOMMENDED | STRICT | PACKED


def in_series(number: int) -> set[str]:
    """The codes of a series."""
    return {code for code in ALL if code.startswith(f"CEL{number}")}


def in_pack(name: str) -> set[str]:
    """The codes that a convention pack switches on."""
    return {rule.code for rule in all_rules() if name in rule.packs}


def on(settings: Settings) -> set[str]:
    """The codes that the settings switch on."""
    return {rule.code for rule in selected(settings)}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), RECOMMENDED),
        (Settings(profile="strict"), RECOMMENDED | STRICT),
        (Settings(profile="all"), RECOMMENDED | STRICT | PACKED),
        (Settings(conventions=("async-runner",)), RECOMMENDED | in_pack("async-runner")),
        (Settings(select=("CEL",)), RECOMMENDED),
        (Settings(select=("CEL",), profile="strict"), RECOMMENDED | STRICT),
        (Settings(select=("CEL202",)), {"CEL202"}),
        (Settings(select=("retry-not-raised", "cel101")), {"CEL202", "CEL101"}),
        (Settings(select=("CEL4",)), in_series(4)),
        (Settings(select=()), set()),
        (Settings(extend_select=("CEL202",)), RECOMMENDED | {"CEL202"}),
        (Settings(extend_select=("CEL",)), RECOMMENDED),
        (Settings(select=("CEL101",), extend_select=("CEL202",)), {"CEL101", "CEL202"}),
        (Settings(ignore=("CEL101",)), RECOMMENDED - {"CEL101"}),
        (Settings(ignore=("async-task",)), RECOMMENDED - {"CEL101"}),
        (Settings(ignore=("CEL1",)), {code for code in RECOMMENDED if not code.startswith("CEL1")}),
        (Settings(ignore=("CEL",)), set()),
        (Settings(select=("CEL101",), ignore=("CEL1",)), {"CEL101"}),
        (
            Settings(select=("CEL1",), ignore=("CEL101",)),
            in_series(1) - {"CEL101"},
        ),
        (Settings(select=("CEL101",), ignore=("CEL101",)), set()),
        (Settings(extend_select=("CEL101",), ignore=("CEL",)), {"CEL101"}),
        (Settings(select=("CEL1",), ignore=("CEL1",)), set()),
        (Settings(extend_select=("CEL2",), ignore=("CEL201",)), (RECOMMENDED | in_series(2)) - {"CEL201"}),
    ],
)
def test_the_longer_prefix_wins_and_ignore_wins_a_tie(settings: Settings, expected: set[str]) -> None:
    assert on(settings) == expected


def test_rules_are_selected_by_code_and_in_order() -> None:
    codes = [rule.code for rule in selected(Settings(profile="all"))]
    assert codes == sorted(codes) == [rule.code for rule in all_rules()]


@pytest.mark.parametrize(("selector", "prefix"), [("cel1", "CEL1"), ("Async-Task", "CEL101"), (" CEL101 ", "CEL101")])
def test_a_selector_is_a_code_a_prefix_or_a_name(selector: str, prefix: str) -> None:
    assert resolve(selector) == prefix


@pytest.mark.parametrize("selector", ["CEL9999", "CEL101x", "C", "E501", "async", "", "CE", "101"])
def test_a_selector_that_means_no_rule_is_refused(selector: str) -> None:
    with pytest.raises(SettingsError, match="unknown rule"):
        resolve(selector)


@pytest.mark.parametrize(
    ("selector", "meant"), [("async-tsk", "async-task"), ("CEL1055", "CEL105"), ("retry-not-raise", "retry-not-raised")]
)
def test_a_near_selector_is_proposed(selector: str, meant: str) -> None:
    with pytest.raises(SettingsError, match=f"did you mean '{meant}"):
        resolve(selector)


def test_nothing_is_proposed_for_what_is_near_nothing() -> None:
    assert did_you_mean("zzzzzz", ["async-task"]) == ""


@pytest.mark.parametrize(
    "settings",
    [
        Settings(select=("CEL101", "nonsense")),
        Settings(extend_select=("nonsense",)),
        Settings(ignore=("nonsense",)),
        Settings(per_file_ignores=(("*.py", ("nonsense",)),)),
    ],
)
def test_every_selector_is_checked(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="'nonsense'"):
        check_selectors(settings)


def test_good_selectors_pass() -> None:
    check_selectors(Settings(("CEL",), ("async-task",), ("CEL7",), per_file_ignores=(("*.py", ("CEL1",)),)))


OPPOSED = ("service-tasks", "async-runner")


def test_two_packs_may_not_switch_on_rules_that_contradict() -> None:
    for packs in (OPPOSED, OPPOSED[::-1]):
        with pytest.raises(SettingsError) as caught:
            selected(Settings(conventions=packs))
        assert str(caught.value) == (
            "the conventions 'service-tasks' and 'async-runner' contradict each other: CEL335 async-session-in-task "
            'and CEL413 sync-database-in-task; write `ignore = ["CEL335"]` or `ignore = ["CEL413"]`'
        )


@pytest.mark.parametrize(
    "settings",
    [
        Settings(conventions=OPPOSED, ignore=("CEL335",)),
        Settings(conventions=OPPOSED, ignore=("sync-database-in-task",)),
        Settings(conventions=OPPOSED, select=("CEL201",)),
        Settings(conventions=("async-runner",), extend_select=("CEL335",)),
        Settings(profile="all"),
    ],
)
def test_what_is_chosen_by_hand_or_is_off_contradicts_nothing(settings: Settings) -> None:
    assert selected(settings)


def test_the_other_packs_can_be_combined() -> None:
    for one in PACKS:
        for two in PACKS:
            if {one, two} != set(OPPOSED):
                assert selected(Settings(conventions=(one, two)))


def test_a_rule_contradicts_rules_that_there_are() -> None:
    names = {rule.name for rule in all_rules()}
    for rule in all_rules():
        assert set(rule.contradicts) <= names - {rule.name}
