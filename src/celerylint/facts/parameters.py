"""What a function takes."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.syntax.index import Function


class Parameters(NamedTuple):
    """The parameters of a function by name. `positional` are those that may be given by place, in order."""

    positional: tuple[str, ...]
    keyword: frozenset[str]
    star: str | None
    double_star: str | None

    @classmethod
    def of(cls, function: Function) -> Parameters:
        """The parameters of a `def`."""
        arguments = function.args
        plain = [argument.arg for argument in arguments.args]
        only = [argument.arg for argument in arguments.kwonlyargs]
        return cls(
            tuple([argument.arg for argument in arguments.posonlyargs] + plain),
            frozenset(plain + only),
            arguments.vararg.arg if arguments.vararg else None,
            arguments.kwarg.arg if arguments.kwarg else None,
        )

    def takes(self, name: str) -> bool:
        """Whether a keyword argument of that name reaches a parameter of its own."""
        return name in self.keyword


def first_argument(function: Function) -> ast.arg | None:
    """The first parameter that may be given by place."""
    arguments = [*function.args.posonlyargs, *function.args.args]
    return arguments[0] if arguments else None
