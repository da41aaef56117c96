"""Where tasks are made to run at once, in the process that sends them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.index import FUNCTIONS

_NOT_PRODUCTION = re.compile(
    r"(?i)[a-z]*test[a-z]*|[a-z]*(?:dev|local|debug|cypress)[a-z]*|"
    r"(?<![a-z])(?:ci|demo|sandbox|examples?|playground|eager|sync|mock|fake|stub|docs?|travis|e2e|quickstart)(?![a-z])"
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


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
        for setting in module.all(Setting):
            if setting.canonical == "task_always_eager" and setting.value is True and not setting.path:
                yield cls(setting)

    @property
    def is_conditional(self) -> bool:
        """Whether it stands under a condition, or in a function that somebody may call for tests."""
        around = self.module.index.ancestors(self.node)
        return any(isinstance(above, (ast.If, ast.Try, ast.With, *FUNCTIONS)) for above in around)

    @property
    def is_for_development(self) -> bool:
        """Whether the file, its folder or the class says that it is no production's."""
        classes = [above.name for above in self.module.index.ancestors(self.node) if isinstance(above, ast.ClassDef)]
        path = self.module.source.path.replace("\\", "/").removesuffix(".py").split("/")
        folders = any(_NOT_PRODUCTION.fullmatch(name) for name in path[-3:-1])
        return folders or any(_NOT_PRODUCTION.search(" ".join(_WORDS.findall(name))) for name in (path[-1], *classes))
