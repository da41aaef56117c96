"""What kombu's JSON refuses: expressions whose value no message and no result can hold."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.celery.names import SHARED_TASK
from celerylint.celery.serialisation import (
    REFUSED_CALLS,
    REFUSED_CLASSES,
    REFUSED_OBJECTS,
    SERIALIZER_SETTINGS,
    SET_METHODS,
    VIEWS,
)
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.needs import stands_in
from celerylint.facts.parameters import parameter_of
from celerylint.facts.row import INSTANCES, item, row
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import callee
from celerylint.syntax.value import entries

_OWN_ENCODING = ("register_type", "kombu.serialization", "*__json__*")
_CHOSEN = regex(r"""serializer["']?\s*[:=]\s*["'](?!json)""")
_LISTING = frozenset({"builtins.list", "builtins.tuple", "builtins.sorted"})
EXCEPTION = "an exception"
_SET_OPERATORS = (ast.BitOr, ast.BitAnd, ast.BitXor, ast.Sub)
_MOST_PARTS = 500


class Refused(NamedTuple):
    """A part of an expression that JSON refuses, and what it is, in words: "a set"."""

    what: str
    node: ast.expr
    span: Span


class OtherEncoding:
    """A sign that messages or results are written otherwise than by kombu's JSON, or a task of an app that another file
    makes and configures; at most one a file."""

    def __init__(self, module: Module) -> None:
        self.node = module.source.tree

    @classmethod
    def find(cls, module: Module) -> Iterable[OtherEncoding]:
        chosen = [each.value for each in Setting.named(module, *SERIALIZER_SETTINGS)]
        may_encode = any(map(module.source.holds, _OWN_ENCODING)) or stands_in(
            module.source.text, "serializer", _CHOSEN
        )
        is_said = may_encode or any(value != "json" for value in chosen)
        if is_said or any(_is_of_other_app(module, task) for task in module.all(Task)):
            yield cls(module)


def _is_of_other_app(module: Module, task: Task) -> bool:
    """Whether a task is made by an app of another file."""
    factory = task.factory
    if factory is None or module.scopes.qualified(factory) in SHARED_TASK:
        return False
    return task.app_creation is None


def speaks_json(module: Module) -> bool:
    """Whether nothing in the file says that messages or results are written otherwise than by kombu's JSON."""
    return not module.all(OtherEncoding)


def refused(module: Module, node: ast.expr) -> Refused | None:
    """The first part of an expression that JSON certainly refuses; the part may stand deep in lists and dicts."""
    for part in parts_of(module, node):
        what = _refusal(module, part)
        if what:
            return Refused(what, part, module.span(part))
    return None


def parts_of(module: Module, node: ast.expr) -> Iterator[ast.expr]:
    """An expression and what it is certainly filled with, however deep in lists and dicts, names followed."""
    waiting = [node]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        waiting += reversed(_parts(module, part))


def _parts(module: Module, node: ast.expr) -> list[ast.expr]:
    """What an expression takes its value from, or is filled with."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return [part for part in node.elts if not isinstance(part, ast.Starred)]
    if isinstance(node, ast.Dict):
        return [part for key, part in zip(node.keys, node.values, strict=True) if key is not None]
    if isinstance(node, ast.ListComp):
        return [node.elt]
    if isinstance(node, ast.DictComp):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.BoolOp):
        return node.values if isinstance(node.op, ast.Or) else node.values[-1:]
    if isinstance(node, ast.Name):
        value = module.scopes.assigned(node)
        return [] if value is None or _may_be_mended(module, node, value) else [value]
    return []


def _may_be_mended(module: Module, node: ast.Name, value: ast.expr) -> bool:
    """Whether what a name was filled with may be another thing by now: `summary["owners"] = list(summary["owners"])`.

    Any other use of the name may do that; the value itself stays a list or a dict.
    """
    if not isinstance(value, (ast.List, ast.Dict, ast.ListComp, ast.DictComp)):
        return False
    body = module.index.enclosing_function(node) or module.index.tree
    uses = [use for use in module.index.mentions(body, (node.id,)) if isinstance(use, ast.Name)]
    return any(use is not node and isinstance(use.ctx, ast.Load) for use in uses)


def _refusal(module: Module, node: ast.expr) -> str | None:
    """What an expression is, in words, if JSON refuses it; what it is made of left out."""
    if isinstance(node, (ast.Set, ast.SetComp)):
        return "a set"
    if isinstance(node, ast.Lambda):
        return "a lambda"
    if isinstance(node, ast.GeneratorExp):
        return "a generator"
    if isinstance(node, ast.Dict) and any(isinstance(key, ast.Tuple) for key in node.keys):
        return "a dict with tuples for keys"
    if isinstance(node, ast.Constant):
        return "a complex number" if isinstance(node.value, complex) else None
    if isinstance(node, ast.BinOp):
        return "a set" if isinstance(node.op, _SET_OPERATORS) and _is_set(module, node.left) else None
    if isinstance(node, ast.Call):
        return _of_call(module, node)
    if isinstance(node, (ast.Name, ast.Attribute)):
        return _of_name(module, node)
    return None


def _is_set(module: Module, node: ast.expr) -> bool:
    node = module.scopes.assigned(node) or node
    while isinstance(node, ast.BinOp) and isinstance(node.op, _SET_OPERATORS):
        node = module.scopes.assigned(node.left) or node.left
    if isinstance(node, ast.Call):
        return module.scopes.qualified(node.func) in ("builtins.set", "builtins.frozenset")
    return isinstance(node, (ast.Set, ast.SetComp))


def _of_call(module: Module, node: ast.Call) -> str | None:
    function = node.func
    if isinstance(function, ast.Attribute):
        if function.attr in VIEWS and not node.args:
            return VIEWS[function.attr] if entries(function.value, module.scopes) is not None else None
        if function.attr in SET_METHODS and _is_set(module, function.value):
            return "a set"
    name = module.scopes.qualified(function) or ""
    if name in _LISTING and len(node.args) == 1 and item(module, node.args[0]):
        return INSTANCES
    found = REFUSED_CALLS.get(name)
    return found or _instance(module, module.scopes.qualified(node)) or row(module, node)


def _of_name(module: Module, node: ast.Name | ast.Attribute) -> str | None:
    if isinstance(node, ast.Name) and _is_argument_of_a_task(module, node):
        return None  # what was sent came through JSON, whatever the annotation says
    qualified = module.scopes.qualified(node)
    if qualified in REFUSED_OBJECTS:
        return REFUSED_OBJECTS[qualified]
    instance = _instance(module, qualified)
    if instance:
        return instance
    if isinstance(node, ast.Attribute):
        return _of_member(module, node)
    definition = module.scopes.definition(node)
    if isinstance(definition, ast.ClassDef):
        return None if definition.decorator_list else "a class"
    if isinstance(definition, FUNCTIONS) and not definition.decorator_list and module.at(Task, definition) is None:
        return "a function"
    bindings = module.scopes.bindings(node)
    if bindings and all(isinstance(binding.node, ast.ExceptHandler) for binding in bindings):
        return EXCEPTION
    iterable = bindings[0].node if len(bindings) == 1 and bindings[0].how == "iterate" else None
    return item(module, iterable) if isinstance(iterable, ast.expr) else None


def _is_argument_of_a_task(module: Module, node: ast.Name) -> bool:
    taken = parameter_of(module, node)
    return taken is not None and module.at(Task, taken[0]) is not None


def _of_member(module: Module, node: ast.Attribute) -> str | None:
    """`Colour.RED`, where `Colour` is an Enum of this file that is not also a str or an int."""
    owner = module.scopes.definition(node.value)
    if not isinstance(owner, ast.ClassDef) or not isinstance(node.value, ast.Name):
        return None
    bound = module.scopes.locals(owner).get(node.attr, [])
    what = _of_class(module, owner) or ""
    return what if what.endswith("member") and [binding.how for binding in bound] == ["value"] else None


def _instance(module: Module, qualified: str | None) -> str | None:
    """What a value is that a class is known of: by its call, or by an annotation."""
    if qualified is None or not qualified.endswith("()"):
        return None
    name = qualified[:-2]
    known = REFUSED_CLASSES.get(name) or REFUSED_CALLS.get(name)
    if known and name != "builtins.object":  # as an annotation it says nothing
        return known
    owner = module.scopes.defined(name)
    return _of_class(module, owner) if isinstance(owner, ast.ClassDef) else None


def _of_class(module: Module, owner: ast.ClassDef) -> str | None:
    """What an instance of a class of this file is, if JSON refuses it: every base has to be known for that."""
    ancestors = [ancestor for ancestor in module.scopes.ancestry(owner) if ancestor]
    if any(keyword.arg == "metaclass" for ancestor in ancestors for keyword in ancestor.keywords):
        return None
    bases = [base for base in module.scopes.base_names(owner) if base not in ("builtins.object", "abc.ABC")]
    known = [REFUSED_CLASSES[base] for base in bases if base in REFUSED_CLASSES]
    if len(known) < len(bases):  # a model stays one whatever is mixed in; `class Colour(str, Enum)` is a str
        return known[0] if known and "model" in known[0] else None
    if known:
        return known[0]
    decorators = [decorator for ancestor in ancestors for decorator in ancestor.decorator_list]
    names = {module.scopes.qualified(callee(each)) for each in decorators}
    if names & {"dataclasses.dataclass"}:
        return "a dataclass"
    return None if decorators else f"an instance of `{owner.name}`"
