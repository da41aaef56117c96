"""Chains that are sent more than once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.names import CHAINS
from celerylint.core.span import Span
from celerylint.facts.canvas import Canvas
from celerylint.facts.dispatch import signature_of
from celerylint.facts.module import Module
from celerylint.syntax.flow import leaves_block
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS
from celerylint.syntax.node import last_name

_MOST_PARTS = 100


class RepeatedDispatch:
    """A call that sends a chain which is made once and sent again: in a loop around it, in a function whose chain is
    made at import, or after another call that sends it. `name` is the chain's, `originals` the places where it is read
    to be sent itself, and no clone of it.

    Known are chains of plain signatures: one that begins or ends with a group gets new ids each time.
    """

    of = Canvas

    def __init__(self, module: Module, node: ast.Call, name: str, originals: tuple[Span, ...]) -> None:
        self.module = module
        self.node = node
        self.name = name
        self.originals = originals

    @classmethod
    def find(cls, module: Module) -> Iterable[RepeatedDispatch]:
        for canvas in module.all(Canvas):
            made = module.index.parents[canvas.node]
            target = made.targets[0] if isinstance(made, ast.Assign) else None
            if isinstance(made, ast.Assign) and isinstance(target, ast.Name) and _is_chain(module, made.value):
                sent = [call for call in sent_calls(module, made, target.id) if not _has_id(call)]
                originals = [call for call in sent if not sends_clone(call)]
                places = tuple(module.span(getattr(call.func, "value", call.func)) for call in originals)
                for call in sent:
                    again = any(_follows(module, earlier, call) for earlier in originals)
                    if again or (call in originals and _is_repeated(module, made, call)):
                        yield cls(module, call, target.id, places)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _is_chain(module: Module, node: ast.expr) -> bool:
    """Whether an expression makes a chain of plain signatures."""
    if isinstance(node, ast.Call):
        if last_name(node.func) != "chain" or module.scopes.qualified(node.func) not in CHAINS:
            return False
        inside = node.args[0] if len(node.args) == 1 else None
        parts = inside.elts if isinstance(inside, (ast.List, ast.Tuple)) else node.args
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        parts = []
        current: ast.expr = node
        while isinstance(current, ast.BinOp) and isinstance(current.op, ast.BitOr) and len(parts) < _MOST_PARTS:
            parts.append(current.right)
            current = current.left
        parts.append(current)
    else:
        return False
    return bool(parts) and all(signature_of(module, part) is not None for part in parts)


def sent_calls(module: Module, made: ast.Assign, name: str) -> Iterator[ast.Call]:
    """The calls that send a chain or a clone of it, in source order. A clone of one that was sent has its id, too."""
    function = module.index.enclosing_function(made)
    names = module.index.own(function, ast.Name) if function else module.index.all(ast.Name, name)
    for node in names:
        if node.id != name or module.scopes.assigned(node) is not made.value or node.ctx.__class__ is ast.Store:
            continue
        above = list(islice(module.index.ancestors(node), 4))
        if isinstance(above[0], ast.Attribute) and above[0].attr == "clone" and isinstance(above[1], ast.Call):
            above = above[2:]
        parent = above[0]
        call = above[1] if isinstance(parent, ast.Attribute) and parent.attr in SENDING_NOW else parent
        if isinstance(call, ast.Call) and call.func in (node, parent):
            yield call


def sends_clone(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)


def _has_id(call: ast.Call) -> bool:
    return any(keyword.arg in (None, "task_id") for keyword in call.keywords)


def _is_repeated(module: Module, made: ast.Assign, call: ast.Call) -> bool:
    """Whether a call is made many times for one chain."""
    outside = set(module.index.ancestors(made))
    below: ast.AST = call
    for above in module.index.ancestors(call):
        if above in outside:
            return False
        if isinstance(above, FUNCTIONS):
            return module.index.enclosing_function(made) is None
        if isinstance(above, COMPREHENSIONS):
            return below is not above.generators[0]
        if leaves_block(above, below):
            return False
        if isinstance(above, LOOPS) and below in above.body:
            return True
        below = above
    return False


def _follows(module: Module, earlier: ast.Call, later: ast.Call) -> bool:
    """Whether a call is made after another one: further on in its block, or deeper there."""
    first = module.index.statement(earlier)
    holder = module.index.parents[first]
    blocks = [part for part in vars(holder).values() if isinstance(part, list) and first in part]
    rest = blocks[0][blocks[0].index(first) + 1 :] if blocks else []
    return any(above in rest for above in module.index.ancestors(later))
