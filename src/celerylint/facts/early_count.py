"""Items that are counted as done before their work is."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Handler, is_log_call
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.node import last_name

_DONE = regex(r"(?i)(^|_)(\w*[a-z]ed|done|sent|written|built|ok|success(es|ful)?)$")
_TRIED = regex(
    r"(?i)(attempt|check|consider|enqueu|err|examin|exclud|expect|fail|fetch|ignor|inspect|load|match|miss|queu|receiv"
    r"|reject|request|scann|select|skip|start|submitt|tri|visit)ed$|(^|_)(feed|need|seed|speed)(ed)?$"
)


class EarlyCount:
    """A counter of what is done, by its name, that goes up in the `try` of one item before the item is worked on; if
    that fails the handler goes on to the next one, and the counter stays as it is."""

    of = Handler
    words = ("+=",)

    def __init__(self, handler: Handler, node: ast.AugAssign) -> None:
        self.module = handler.module
        self.node = node
        self.counter = ast.unparse(node.target)

    @classmethod
    def find(cls, module: Module) -> Iterable[EarlyCount]:
        for handler in module.all(Handler):
            loop = handler.loop
            if loop and loop.is_unbounded and not handler.leaves and handler.node is handler.around.handlers[0]:
                counted = [node for node in handler.around.body if _counts(node)]
                for node in counted:
                    if _is_worked_on_after(handler, loop, node) and not _is_taken_back(handler, node):
                        yield cls(handler, node)  # type: ignore[arg-type]

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)


def _counts(node: ast.stmt) -> bool:
    """Whether a statement is `sent += 1` or `results["sent"] += 1`, of something that is done by its name."""
    if not isinstance(node, ast.AugAssign) or not isinstance(node.op, ast.Add):
        return False
    target, value = node.target, node.value
    if not (isinstance(value, ast.Constant) and value.value == 1):
        return False
    key = target.slice if isinstance(target, ast.Subscript) else None
    name = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else last_name(target)
    return bool(_DONE.search(name)) and not _TRIED.search(name)


def _is_worked_on_after(handler: Handler, loop: Loop, node: ast.stmt) -> bool:
    """Whether a later statement of the `try` calls something with the item, to which nothing before it was handed."""
    body = handler.around.body
    position = body.index(node)
    before, after = (any(_works(part, loop) for part in parts) for parts in (body[:position], body[position + 1 :]))
    return after and not before


def _works(part: ast.stmt, loop: Loop) -> bool:
    calls = (each for each in block_nodes([part]) if isinstance(each, ast.Call) and not is_log_call(each))
    return any(mentions(call, loop.item_names) for call in calls)


def _is_taken_back(handler: Handler, node: ast.stmt) -> bool:
    """Whether the handler, or another part of the `try`, sets the counter too."""
    assert isinstance(node, ast.AugAssign)
    counter = ast.dump(node.target)
    around = handler.around
    blocks = [*(part for each in around.handlers for part in each.body), *around.orelse, *around.finalbody]
    for part in block_nodes(blocks):
        targets = part.targets if isinstance(part, ast.Assign) else [getattr(part, "target", None)]
        if any(isinstance(target, ast.expr) and ast.dump(target) == counter for target in targets):
            return True
    return False
