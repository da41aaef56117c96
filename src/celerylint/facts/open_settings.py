"""Settings that come from where a file does not show."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.config_source import ConfigSource
from celerylint.facts.module import Module
from celerylint.facts.setting_finder import SettingFinder
from celerylint.syntax.value import items


class OpenSettings:
    """Settings that come from where the file does not show: `config_from_object("…")`, `conf.update(options)`."""

    words = ("config_from_*", "conf")

    def __init__(self, node: ast.AST) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[OpenSettings]:
        finder = SettingFinder(module)
        sources = {source.call: source for source in module.all(ConfigSource)}
        for call in module.index.calls("config_from_object", "config_from_envvar", "config_from_cmdline"):
            source = sources.get(call)
            if source is None or not source.is_shown:
                yield cls(call)
        for call in module.index.calls("update", texts=("conf", *finder.conf_names)):
            if isinstance(call.func, ast.Attribute) and finder.is_conf(call.func.value):
                shown = all(keyword.arg for keyword in call.keywords)
                if not shown or any(_is_open(argument, module) for argument in call.args):
                    yield cls(call)
        for node in module.index.all(ast.Assign, "conf"):
            if any(isinstance(target, ast.Attribute) and target.attr == "conf" for target in node.targets):
                yield cls(node)


def _is_open(node: ast.expr, module: Module) -> bool:
    """Whether a dict may hold what the file does not show."""
    known = module.scopes.assigned(node)
    return items(node, module.scopes) is None or (isinstance(known, ast.Dict) and None in known.keys)
