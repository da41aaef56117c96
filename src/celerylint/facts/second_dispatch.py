"""Signatures that are sent twice in a row."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from celerylint.celery.calls import KEEPING, SENDING_NOW, SIGNING
from celerylint.celery.names import CANVASES, SIGNATURES
from celerylint.core.span import Span
from celerylint.facts.chain_dispatch import RepeatedDispatch, sends_clone, sent_calls
from celerylint.facts.dispatch import is_signature
from celerylint.facts.module import Module
from celerylint.syntax.flow import statements_after
from celerylint.syntax.node import last_name, last_names

_MAKERS = SIGNING | KEEPING | last_names(SIGNATURES | CANVASES)
_SIGNING_WORDS = (".s(", ".si(", "signature", "subtask", "chain", "group", "chord")


class SecondDispatch:
    """A call that sends a signature which an earlier statement of the same block has sent with the same arguments and
    options. `name` is the signature's."""

    words = _SIGNING_WORDS
    also = (".delay(", ".apply_async(")

    def __init__(self, module: Module, node: ast.Call, name: str) -> None:
        self.module = module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[SecondDispatch]:
        for made in module.index.all(ast.Assign, *_SIGNING_WORDS):
            target = made.targets[0]
            if not isinstance(target, ast.Name) or not _may_sign(made.value):
                continue
            sent = [call for call in sent_calls(module, made, target.id) if _is_plain(call)]
            if len(sent) < 2 or not is_signature(module, made.value):
                continue
            for earlier, later in pairwise(sent):
                follows = module.index.statement(later) in statements_after(module.index, earlier)
                if follows and _is_same(earlier, later):
                    yield cls(module, later, target.id)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_of_chain(self) -> bool:
        """Whether it sends a chain, whose runs share one id since Celery 5.7."""
        return self.module.at(RepeatedDispatch, self.node) is not None


def _may_sign(node: ast.expr) -> bool:
    """A filter, before the costlier look at what an expression is."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr)
    return isinstance(node, ast.Call) and last_name(node.func) in _MAKERS


def _is_plain(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in SENDING_NOW and not sends_clone(call)


def _is_same(earlier: ast.Call, later: ast.Call) -> bool:
    """Whether two calls give the same arguments and options; `delay()` gives what `apply_async()` does."""
    given = [[ast.dump(node) for node in (*call.args, *call.keywords)] for call in (earlier, later)]
    methods = {call.func.attr for call in (earlier, later) if isinstance(call.func, ast.Attribute)}
    return given[0] == given[1] and (len(methods) == 1 or not given[0])
