"""Which rules are on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from celerylint.core.rule import Profile
from celerylint.core.settings import Settings, SettingsError, Words
from celerylint.linter.catalogue import Entry, entries, entry_named, own_entries

PREFIX = "CEL"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?`, or nothing if no known word is near."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


@cache
def resolve(selector: str) -> str:
    """The prefix of codes that a selector (code, prefix or name) means. Raises SettingsError if it means no rule."""
    rule = entry_named(selector)
    if rule:
        return rule.code
    prefix = selector.strip().upper()
    rules = (*entries(), *own_entries())
    if prefix.startswith(PREFIX) and any(rule.code.startswith(prefix) for rule in rules):
        return prefix
    known = [name for rule in rules for name in (rule.code, rule.name)]
    raise SettingsError(f"unknown rule {selector!r}{did_you_mean(selector, known)}")


def _longest(code: str, selectors: Words) -> int:
    if not selectors:
        return 0  # for 239 rules; that takes a millisecond otherwise
    return max((len(prefix) for prefix in map(resolve, selectors) if code.startswith(prefix)), default=0)


def is_on_by_default(rule: Entry, settings: Settings) -> bool:
    """Whether the profile or a convention pack switches a rule on."""
    return (
        rule.profile is Profile.RECOMMENDED
        or settings.profile == "all"
        or (rule.profile is Profile.STRICT and settings.profile == "strict")
        or not set(rule.packs).isdisjoint(settings.conventions)
    )


def _strength(rule: Entry, settings: Settings) -> int:
    """The length of the longest prefix that asks for a rule; `CEL` asks for those of the profile only."""
    by_default = len(PREFIX) if is_on_by_default(rule, settings) else 0
    chosen = by_default if settings.select is None else _longest(rule.code, settings.select)
    asked = max(chosen, _longest(rule.code, settings.extend_select))
    return asked if asked > len(PREFIX) else min(asked, by_default)


def selected(settings: Settings) -> tuple[Entry, ...]:
    """The rules that the settings switch on. The longer prefix wins, at equal length `ignore` wins. Raises
    SettingsError where two packs switch on rules that contradict each other."""
    return _selected(settings.select, settings.extend_select, settings.ignore, settings.profile, settings.conventions)


@cache
def _selected(select: Words | None, extend: Words, ignore: Words, profile: str, packs: Words) -> tuple[Entry, ...]:
    settings = Settings(select, extend, ignore, profile, packs)  # type: ignore[arg-type]
    on = tuple(rule for rule in entries() if _strength(rule, settings) > _longest(rule.code, ignore))
    _refuse_contradictions([rule for rule in on if not set(rule.packs).isdisjoint(packs)], packs)
    return on


def own_selected(settings: Settings) -> frozenset[str]:
    """The codes of the rules about suppressions that are on."""
    chosen = settings.select, settings.extend_select, settings.ignore, settings.profile
    return _own_selected(*chosen, settings.require_reason)


@cache
def _own_selected(
    select: Words | None, extend: Words, ignore: Words, profile: str, require_reason: bool
) -> frozenset[str]:
    extend += ("suppression-without-reason",) * require_reason
    settings = Settings(select, extend, ignore, profile)  # type: ignore[arg-type]
    return frozenset(rule.code for rule in own_entries() if _strength(rule, settings) > _longest(rule.code, ignore))


def _refuse_contradictions(rules: list[Entry], packs: Words) -> None:
    """Raises SettingsError for two rules that ask for the opposite and are on by packs."""
    for rule in rules:
        for other in rules:
            if other.name in rule.contradicts:
                one, two = (next(pack for pack in packs if pack in each.packs) for each in (rule, other))
                raise SettingsError(
                    f"the conventions {one!r} and {two!r} contradict each other: {rule.code} {rule.name} and "
                    f'{other.code} {other.name}; write `ignore = ["{rule.code}"]` or `ignore = ["{other.code}"]`'
                )


def check_selectors(settings: Settings) -> None:
    """Raises SettingsError for a selector that means no rule."""
    for selector in (*(settings.select or ()), *settings.extend_select, *settings.ignore):
        resolve(selector)
    for _, ignored in settings.per_file_ignores:
        for selector in ignored:
            resolve(selector)
