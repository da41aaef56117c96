"""What a function takes."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS, Function


class Parameters(NamedTuple):
    """The parameters of a function by name. `positional` are those that may be given by place, in order; `optional`
    those that have a default."""

    positional: tuple[str, ...]
    keyword: frozenset[str]
    star: str | None
    double_star: str | None
    optional: frozenset[str] = frozenset()

    @classmethod
    def of(cls, function: Function) -> Parameters:
        """The parameters of a `def`."""
        arguments = function.args
        plain = [argument.arg for argument in arguments.args]
        only = [argument.arg for argument in arguments.kwonlyargs]
        positional = [argument.arg for argument in arguments.posonlyargs] + plain
        optional = positional[len(positional) - len(arguments.defaults) :]
        optional += [name for name, default in zip(only, arguments.kw_defaults, strict=True) if default is not None]
        return cls(
            tuple(positional),
            frozenset(plain + only),
            arguments.vararg.arg if arguments.vararg else None,
            arguments.kwarg.arg if arguments.kwarg else None,
            frozenset(optional),
        )

    @property
    def required(self) -> list[str]:
        """Those without a default, the keyword-only ones last."""
        only = sorted(self.keyword.difference(self.positional))
        return [name for name in (*self.positional, *only) if name not in self.optional]

    @property
    def after_first(self) -> Parameters:
        """The same without the first one that may be given by place: what a caller of a bound task sees."""
        first = self.positional[:1]
        return self._replace(positional=self.positional[1:], keyword=self.keyword.difference(first))

    def takes(self, name: str) -> bool:
        """Whether a keyword argument of that name reaches a parameter of its own."""
        return name in self.keyword


def first_argument(function: Function) -> ast.arg | None:
    """The first parameter that may be given by place."""
    arguments = [*function.args.posonlyargs, *function.args.args]
    return arguments[0] if arguments else None


def parameter_of(module: Module, node: ast.AST) -> tuple[Function, ast.arg] | None:
    """The parameter that a name stands for, if it stands for nothing else, and the function that takes it."""
    bindings = module.scopes.bindings(node) if isinstance(node, ast.Name) else []
    argument = bindings[0].node if len(bindings) == 1 else None
    function = module.index.parents[module.index.parents[argument]] if isinstance(argument, ast.arg) else None
    return (function, argument) if isinstance(function, FUNCTIONS) and isinstance(argument, ast.arg) else None


def default_of(function: Function, name: str) -> ast.expr | None:
    """The default of a parameter; None for one that has none."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    pairs = [*zip(positional[::-1], arguments.defaults[::-1], strict=False)]
    pairs += [(only, value) for only, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value]
    return next((value for argument, value in pairs if argument.arg == name), None)
