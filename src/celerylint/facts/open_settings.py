"""Settings that come from where a file does not show."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.config_source import ConfigSource
from celerylint.facts.given_dict import given_dict, is_whole
from celerylint.facts.module import Module
from celerylint.facts.setting_finder import SettingFinder


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
                given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg is None)]
                if any(_is_open(each, module) for each in given):
                    yield cls(call)
        for node in module.index.all(ast.Assign, "conf"):
            if any(isinstance(target, ast.Attribute) and target.attr == "conf" for target in node.targets):
                yield cls(node)


def _is_open(node: ast.expr, module: Module) -> bool:
    """Whether a dict may hold what the file does not show."""
    value = given_dict(module, node)
    return value is None or value.module is not module or not is_whole(value)
