"""What is evaluated with a statement."""

from __future__ import annotations

import ast

from celerylint.facts.evaluated import evaluated
from tests.build import module_of

TEXT = """
    def job(x):
        first = send(x.total)
        table = [lambda: y for y in x]
        try:
            pass
        except OSError:
            close(x)
"""


def test_names_calls_and_attributes_are_those_of_the_statement_itself() -> None:
    module = module_of(TEXT)
    function = module.index.functions()[0]
    send, table, around = function.body
    seen = evaluated(module, send)
    assert seen is evaluated(module, send)
    assert (set(seen.names), set(seen.attributes), len(seen.calls)) == ({"first", "send", "x"}, {"total"}, 1)
    assert seen.may_fail
    assert not evaluated(module, table).calls
    assert not evaluated(module, table).may_fail
    assert isinstance(around, ast.Try)
    assert not evaluated(module, around.handlers[0].body[0]).may_fail, "a clean-up"
