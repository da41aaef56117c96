"""What mkdocs cannot know of the site: the pages of rules and packs. `mkdocs.yml` names this file as a hook."""

from __future__ import annotations

from importlib import import_module
from itertools import groupby
from typing import Any

from celerylint.core.packs import PACKS
from celerylint.linter.catalogue import all_rules


def on_config(config: Any) -> Any:
    """Fill the two sections whose pages are generated."""
    for section in config["nav"]:
        if "Rules" in section:
            section["Rules"] = ["rules/index.md", *series()]
        elif "Conventions" in section:
            section["Conventions"] = ["conventions/index.md", *({pack: f"conventions/{pack}.md"} for pack in PACKS)]
    return config


def series() -> list[dict[str, list[dict[str, str]]]]:
    """The pages of rules under the heading of their series, in the order of the codes."""
    return [
        {_title(name): [{f"{rule.code} {rule.name}": f"rules/{rule.name}.md"} for rule in rules]}
        for name, rules in groupby(all_rules(), key=lambda rule: rule.series)
    ]


def _title(name: str) -> str:
    text = import_module(f"celerylint.rules.{name}").__doc__ or ""
    return text.strip().rstrip(".").replace("xx: ", "xx ")
