"""The commands and options of the command line in Markdown, from its parser."""

from __future__ import annotations

import argparse

from celerylint.hosts.cli import parser


def tables() -> str:
    """A heading a command, a table a group of its options."""
    return "\n".join(_commands("", parser()))


def _commands(name: str, command: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each, inner in action.choices.items():
                lines += [f"## {name}{each}", "", *_groups(inner), *_commands(f"{name}{each} ", inner)]
    return lines


def _groups(command: argparse.ArgumentParser) -> list[str]:
    lines = []
    for group in command._action_groups:
        shown = [action for action in group._group_actions if action.dest not in {"help", "command"}]
        if shown:
            own = group in command._action_groups[2:]  # after argparse's two
            lines += [f"| {group.title if own else ''} | |", "|---|---|", *map(_row, shown), ""]
    return lines


def _row(action: argparse.Action) -> str:
    value = action.metavar or "|".join(map(str, action.choices or ())) if action.nargs != 0 else ""
    spelt = [f"`{option} {value}".rstrip() + "`" for option in action.option_strings] or [f"`{value}`"]
    return "| {} | {} |".format(*(text.replace("|", "\\|") for text in (", ".join(spelt), action.help or "")))
