"""The commands and options of the command line in Markdown, from its parser."""

from __future__ import annotations

import argparse

from celerylint.hosts.cli import parser


def tables() -> str:
    """A heading a command, a table a group of its options."""
    [commands] = (each for each in parser([])._actions if isinstance(each, argparse._SubParsersAction))
    lines: list[str] = []
    for name in commands.choices:  # of some commands the options are known once they are called
        [known] = (each for each in parser([name])._actions if isinstance(each, argparse._SubParsersAction))
        lines += _command(name, known.choices[name])
    return "\n".join(lines)


def _command(name: str, command: argparse.ArgumentParser) -> list[str]:
    lines = [f"## {name}", "", *_groups(command)]
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each, inner in action.choices.items():
                lines += _command(f"{name} {each}", inner)
    return lines


def _groups(command: argparse.ArgumentParser) -> list[str]:
    lines = []
    for group in command._action_groups:
        shown = [action for action in group._group_actions if action.dest not in {"help", "action", "config_command"}]
        if shown:
            own = group in command._action_groups[2:]  # after argparse's two
            lines += [f"| {group.title if own else ''} | |", "|---|---|", *map(_row, shown), ""]
    return lines


def _row(action: argparse.Action) -> str:
    value = action.metavar or "|".join(map(str, action.choices or ())) if action.nargs != 0 else ""
    spelt = [f"`{option} {value}".rstrip() + "`" for option in action.option_strings] or [f"`{value}`"]
    return "| {} | {} |".format(*(text.replace("|", "\\|") for text in (", ".join(spelt), action.help or "")))
