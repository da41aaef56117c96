"""`celerylint explain` and `celerylint rules`."""

from __future__ import annotations

import json

from celerylint.core.packs import PACKS
from celerylint.core.rule import DOCUMENTATION, Profile, Rule
from celerylint.core.settings import SettingsError
from celerylint.hosts.cli import say
from celerylint.linter.catalogue import all_rules, documentation, rule_named, summary
from celerylint.linter.ledger import Convention, conventions_of, served_by
from celerylint.linter.selection import did_you_mean, selected


def explain(selector: str) -> int:
    """Print a rule's page. Raises SettingsError for an unknown rule."""
    rule = rule_named(selector)
    if rule is None:
        known = [name for each in all_rules() for name in (each.code, each.name)]
        raise SettingsError(f"unknown rule {selector!r}{did_you_mean(selector, known)}")
    strict = ['with `profile = "strict"`'] if rule.profile is Profile.STRICT else []
    packs = [f"with the conventions {', '.join(rule.packs)}"] if rule.packs else []
    on = ", ".join(strict + packs) or ("by default" if rule.profile is Profile.RECOMMENDED else "where it is selected")
    say(
        f"{rule.code} {rule.name}\n\n{documentation(rule)}\n\n"
        f"Severity: {rule.severity.value}\n"
        f"Profile:  on {on}\n"
        f"Page:     {DOCUMENTATION}/{rule.name}/\n"
    )
    return 0


def list_rules(output_format: str, by_convention: bool, only_enabled: bool) -> int:
    """Print all rules, or those that are on in the working directory. Raises SettingsError."""
    rules = _enabled() if only_enabled else all_rules()
    if output_format == "json":
        lines = [json.dumps([_object(rule) for rule in rules], indent=2)]
    elif by_convention:
        lines = [line for pack in PACKS for line in (pack, *_conventions(pack, rules, whole=not only_enabled))]
    else:
        lines = [_line(rule) for rule in rules]
    say("".join(f"{line}\n" for line in lines))
    return 0


def _enabled() -> tuple[Rule, ...]:
    from celerylint.hosts.config_file import config_for

    return tuple(entry.rule for entry in selected(config_for("_").settings))


def _conventions(pack: str, rules: tuple[Rule, ...], *, whole: bool) -> list[str]:
    names = {rule.name for rule in rules}
    return [_convention(each) for each in conventions_of(pack) if whole or not names.isdisjoint(each.rules)]


def _line(rule: Rule) -> str:
    return f"{rule.code} {rule.name:<32} {rule.severity.value:<8} {rule.profile.value:<12} {summary(rule)}".rstrip()


def _convention(convention: Convention) -> str:
    codes = ", ".join(rule.code for rule in all_rules() if rule.name in convention.rules)
    checked = f"not checked: {convention.excused}" if convention.excused else codes
    return f"  {convention.key:<34} {convention.says} ({checked})"


def _object(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": summary(rule),
        "severity": rule.severity.value,
        "profile": rule.profile.value,
        "packs": list(rule.packs),
        "conventions": [convention.id for convention in served_by(rule)],
        "fix": rule.fix.value,
        "url": f"{DOCUMENTATION}/{rule.name}/",
    }
