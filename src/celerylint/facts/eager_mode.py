"""Where tasks are made to run at once, in the process that sends them."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.development import is_for_development
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.index import FUNCTIONS


class EagerMode:
    """`task_always_eager` set to true where it holds for every run: not under a condition, nor in a function."""

    of = Setting
    words = ("*always_eager", "*ALWAYS_EAGER")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.module = setting.module
        self.node = setting.node
        self.span: Span = setting.name_span

    @classmethod
    def find(cls, module: Module) -> Iterable[EagerMode]:
        for setting in Setting.whole(module, "task_always_eager"):
            if setting.value is True and not _is_default_of_others(setting):
                yield cls(setting)

    @property
    def is_conditional(self) -> bool:
        """Whether it stands under a condition, or in a function that somebody may call for tests."""
        around = self.module.index.ancestors(self.node)
        return any(isinstance(above, (ast.If, ast.Try, ast.With, *FUNCTIONS)) for above in around)

    @property
    def is_for_development(self) -> bool:
        """Whether the file, its folder or the class says that it is no production's."""
        return is_for_development(self.module, self.node)


def _is_default_of_others(setting: Setting) -> bool:
    """Whether a class holds the setting whose bases are not all seen: it may give defaults that others replace."""
    bases = setting.module.scopes.base_names(setting.holder) if setting.holder else ()
    return any(base != "builtins.object" for base in bases)
