"""What a call hands to a task's function, and to Celery itself."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task_class import Option, Options
from celerylint.syntax.node import is_none
from celerylint.syntax.value import fold


class Argument(NamedTuple):
    """An argument of the task's function: the expression, the name unless by place, and where it starts with that."""

    module: Module
    node: ast.expr
    start: ast.AST
    name: str | None = None

    @property
    def span(self) -> Span:
        """Its place, with the name."""
        span = self.module.span(self.start)
        is_item = isinstance(self.start, ast.expr)  # of a dict
        return Span(*span[:2], *self.module.span(self.node)[2:]) if is_item else span


class Arguments(NamedTuple):
    """The arguments of the task's function. `open` means that there may be others, or fewer: `*args`, a name."""

    positional: tuple[Argument, ...] = ()
    named: tuple[Argument, ...] = ()
    open: bool = False

    @classmethod
    def of_call(cls, module: Module, call: ast.Call) -> Arguments:
        """The arguments of `delay(...)`, `s(...)`."""
        plain = [node for node in call.args if not isinstance(node, ast.Starred)]
        named = [Argument(module, keyword.value, keyword, keyword.arg) for keyword in call.keywords if keyword.arg]
        is_open = len(plain) < len(call.args) or len(named) < len(call.keywords)
        return cls(tuple([Argument(module, node, node) for node in plain]), tuple(named), is_open)

    @classmethod
    def of_values(cls, module: Module, args: ast.expr | None, kwargs: ast.expr | None) -> Arguments:
        """The arguments in `args=(...)` and `kwargs={...}`. What a name stands for may have grown since."""
        scopes = module.scopes
        listed = scopes.assigned(args) if args is not None else None
        mapped = scopes.assigned(kwargs) if kwargs is not None else None
        is_open = (args is not None and not is_none(args) and (listed is not args or not _is_sequence(listed))) or (
            kwargs is not None and not is_none(kwargs) and mapped is not kwargs
        )
        positional, named = [], []
        for node in listed.elts if isinstance(listed, (ast.Tuple, ast.List)) else ():
            if isinstance(node, ast.Starred):
                is_open = True
            else:
                positional.append(Argument(module, node, node))
        if isinstance(mapped, ast.Dict):
            for key, value in zip(mapped.keys, mapped.values, strict=True):
                name = fold(key, scopes)
                if isinstance(name, str):
                    named.append(Argument(module, value, key or value, name))
                else:
                    is_open = True
        elif isinstance(mapped, ast.Call) and scopes.qualified(mapped.func) == "builtins.dict":
            given = cls.of_call(module, mapped)
            named = list(given.named)
            is_open = is_open or given.open or bool(given.positional)
        elif mapped is None or not is_none(mapped):
            is_open = is_open or kwargs is not None
        return cls(tuple(positional), tuple(named), is_open)


def _is_sequence(node: ast.AST | None) -> bool:
    return isinstance(node, (ast.Tuple, ast.List))


def given_options(module: Module, call: ast.Call, parameters: tuple[str, ...]) -> Options:
    """Everything that a call gives by name, what it gives by place included. `parameters` are those that it may."""
    named, is_open = Options.of_call(module, call, direct=True)
    for name, node in zip(parameters, call.args, strict=False):
        if isinstance(node, ast.Starred):
            return Options(named, True)
        named.setdefault(name, Option(module, name, node, node, direct=True))
    return Options(named, is_open)
