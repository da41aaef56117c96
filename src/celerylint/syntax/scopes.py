"""What names mean. `Scopes.qualified` is the only door to name resolution.

A qualified name is a dotted path as the imports of the file spell it, and a little more:

    celery.shared_task              from celery import shared_task
    .celery.app                     from .celery import app
    celery.Celery()                 what a call gives: an instance, or whatever the function returns
    app.db.SessionLocal().begin     an attribute of it
    :Mailer.send                    something this file defines, by its qualified name
    builtins.print

A name with several bindings means something only if they agree; `x = None` beside another binding does not count.
What other files say (`Elsewhere`) goes into it: `app.db.SessionLocal` may be `sqlalchemy.orm.sessionmaker()`.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from celerylint.core.regex import regex
from celerylint.syntax.bindings import Binding
from celerylint.syntax.elsewhere import NOWHERE, Elsewhere
from celerylint.syntax.index import FUNCTIONS, Definition, Index, Scope
from celerylint.syntax.name_tables import NameTables
from celerylint.syntax.node import DEFINITIONS, is_none
from celerylint.syntax.source import parse_expression

ENTERED = ".__enter__()"
"""What follows the name of a context manager in the name of what it gives."""

_MAX_DEPTH = 60
_MAX_LENGTH = 400
_BUILTINS = frozenset(dir(builtins))
_PROPERTIES = frozenset(
    {"builtins.property", "functools.cached_property", "django.utils.functional.cached_property"}
    | {"werkzeug.utils.cached_property", "sqlalchemy.util.memoized_property"}
)
_VALUED = (
    {"enum.StrEnum"},
    {"builtins.str", "enum.Enum"},
    {"builtins.int", "enum.Enum"},
    {"enum.IntEnum"},
    {"builtins.object"},
)
"""Bases of classes whose attributes are what they are given, or equal to it."""

_MANAGERS = frozenset({"objects", "query"})
"""Attributes of models that stay what they are called, whatever class a project gives them."""

_VALUING = frozenset({ast.Assign, ast.AnnAssign, ast.NamedExpr})
_PART = regex(r"[^.()]+|\(\)")


class Scopes(NameTables):
    """The meaning of the names in a module."""

    def __init__(self, index: Index, elsewhere: Elsewhere = NOWHERE) -> None:
        super().__init__(index)
        self._elsewhere = elsewhere
        self._qualified: dict[ast.AST, str | None] = {}
        self._names: dict[tuple[Scope, str], str | None] = {}
        self._paths: dict[ast.AST, str] = {}
        self._definitions: dict[str, Definition] = {}
        self._members: dict[str, Definition | None] = {}
        self._attributes: dict[str, str | None] = {}
        self.folded: dict[ast.AST, object] = {}
        self._depth = 0
        self._known = 0
        self._has_aliases = False
        self._defining: set[str] = set()

    def _learn(self) -> None:
        """Note the definitions that the index came to know since."""
        new = self._index.definitions[self._known :]
        self._known += len(new)
        again: dict[str, list[Definition]] = {}
        for node in new:
            again.setdefault(self._path(node), []).append(node)
            self._defining.add(node.name)
            if isinstance(node, ast.ClassDef):
                self._defining.update(self._table(node))
        for path, nodes in again.items():
            for node in nodes:
                if len(nodes) > 1:  # the name means either, so it means neither
                    self._paths[node] = f"{path}@{node.lineno}"
                self._definitions[self._paths[node]] = node

    # --- definitions of this file

    def path(self, node: Definition) -> str:
        """The qualified name of a definition of this file: `:Mailer.send`, `:run.<locals>.inner`."""
        if self._known < len(self._index.definitions):
            self._learn()
        return self._path(node)

    def _path(self, node: Definition) -> str:
        known = self._paths.get(node)
        if known is None:
            parts = [node.name]
            for above in self._index.ancestors(node):
                if isinstance(above, FUNCTIONS):
                    parts += ["<locals>", above.name]
                elif isinstance(above, ast.ClassDef):
                    parts.append(above.name)
            known = self._paths[node] = ":" + ".".join(reversed(parts))
        return known

    @property
    def defining_names(self) -> AbstractSet[str]:
        """The names and attributes that can mean a definition of this file: a filter before `definition`."""
        if self._known < len(self._index.definitions):
            self._learn()
        if not self._has_aliases:
            self._has_aliases = True
            for name, nodes in self._table(self._index.tree).items():
                if not _VALUING.isdisjoint(map(type, nodes)):
                    values = (binding.node for binding in self.bound(self._index.tree, name) if binding.how == "value")
                    if any(map(self.definition, values)):
                        self._defining.add(name)
        return self._defining

    def definition(self, node: ast.AST | None) -> Definition | None:
        """The function, method or class of this file that an expression names."""
        return None if node is None else self.defined(self.qualified(node))

    def defined(self, path: str | None) -> Definition | None:
        """The definition of this file with a qualified name; methods are looked up through base classes of the file."""
        if path is None or not path.startswith(":"):
            return None
        if self._known < len(self._index.definitions):
            self._learn()
        found = self._definitions.get(path)
        if found is not None:
            return found
        if path not in self._members:
            self._members[path] = None  # a class whose base is looked up in the class itself
            owner, _, attribute = path.rpartition(".")
            holder = self.defined(owner.removesuffix("()")) if owner else None
            classes = self.ancestry(holder) if isinstance(holder, ast.ClassDef) else []
            members = [self._definitions.get(f"{self.path(ancestor)}.{attribute}") for ancestor in classes if ancestor]
            self._members[path] = next((member for member in members if member), None)
        return self._members[path]

    def ancestry(self, node: ast.ClassDef) -> list[ast.ClassDef | None]:
        """A class and those of its bases that this file defines, nearest first; None stands for one it does not."""
        found: list[ast.ClassDef | None] = []
        waiting: list[ast.ClassDef | None] = [node]
        while waiting:
            current = waiting.pop(0)
            if current is not None and current in found:
                continue
            found.append(current)
            for base in current.bases if current else ():
                definition = self.definition(base)
                waiting.append(definition if isinstance(definition, ast.ClassDef) else None)
        return found

    def base_names(self, node: ast.ClassDef) -> Iterator[str | None]:
        """The qualified names of all bases, direct and through classes of this file; None for one that is unknown."""
        for ancestor in self.ancestry(node):
            for base in ancestor.bases if ancestor else ():
                if not isinstance(self.definition(base), ast.ClassDef):
                    yield self.qualified(base)

    # --- names

    def qualified(self, node: ast.AST) -> str | None:
        """The qualified name of an expression; None if it is not known for certain."""
        if node in self._qualified:
            return self._qualified[node]
        if self._depth > _MAX_DEPTH:
            return None
        self._qualified[node] = None  # a cycle means nothing
        self._depth += 1
        try:
            result = self._resolve(node)
        finally:
            self._depth -= 1
        if result is not None:
            result = None if len(result) > _MAX_LENGTH else self._elsewhere.resolve(result)
        self._qualified[node] = result
        return result

    def _resolve(self, node: ast.AST) -> str | None:
        kind = node.__class__
        if kind is ast.Name:
            return self._name(node)  # type: ignore[arg-type]
        if kind is ast.Attribute:
            base = self.qualified(node.value)  # type: ignore[attr-defined]
            return None if base is None else self._member(base, node.attr)  # type: ignore[attr-defined]
        if kind is ast.Call:
            function = self.qualified(node.func)  # type: ignore[attr-defined]
            return None if function is None else self._result(function, node)  # type: ignore[arg-type]
        if kind is ast.Constant:
            return None
        if isinstance(node, (ast.Await, ast.NamedExpr)):
            return self.qualified(node.value)
        if isinstance(node, ast.IfExp):
            return self._agreed([self.qualified(node.body), self.qualified(node.orelse)])
        if isinstance(node, ast.BoolOp):
            return self._agreed([self.qualified(value) for value in node.values])
        if isinstance(node, DEFINITIONS):
            return self.path(node)
        if isinstance(node, ast.arg):
            return self._parameter(node)
        if isinstance(node, ast.Subscript):  # sessionmaker[Session](…)
            base = self.qualified(node.value)
            return base if base and _is_generic(base.rpartition(".")[2]) else None
        return None

    def _name(self, node: ast.Name) -> str | None:
        scope = self.scope_of(node, node.id)
        if scope is None:
            return f"builtins.{node.id}" if node.id in _BUILTINS else self._starred(node.id)
        return self._meaning(scope, node.id)

    def _meaning(self, scope: Scope, name: str) -> str | None:
        """What a name that a scope binds means, looked at once: `query = query.filter(…)` many times over must not be
        followed each time."""
        key = (scope, name)
        if key not in self._names:
            self._names[key] = None
            bindings = [binding for binding in self.bound(scope, name) if not _is_none(binding)]
            self._names[key] = self._agreed([self._bound(binding) for binding in bindings])
        return self._names[key]

    def _starred(self, name: str) -> str | None:
        """What a name means that only `from module import *` can bind."""
        for binding in self.bound(self._index.tree, "*"):
            module = binding.path.removesuffix("*").removesuffix(".") or "."
            if self._elsewhere.exports(module, name):
                return binding.path.removesuffix("*") + name
        return None

    def reached(self, path: str) -> str | None:
        """What a dotted path from the names of the module means, as another file uses it: `get_engine().begin`."""
        first, *parts = _PART.findall(path) or [""]
        tree = self._index.tree
        meant = self._meaning(tree, first) if first in self._table(tree) else self._starred(first)
        for part in parts:
            if meant is None:
                return None
            meant = self._elsewhere.resolve(meant)
            meant = self._called(meant) if part == "()" else self._member(meant, part)
        return None if meant is None else self._elsewhere.resolve(meant)

    def _called(self, function: str) -> str:
        """What a call of a name gives, whatever it is given."""
        owner, _, method = function.rpartition(".")
        if owner.endswith("()"):
            maker = self.defined(owner[:-2])
            if isinstance(maker, FUNCTIONS) and self._gives_yielded(maker, method):
                return self._yielded(maker) or f"{function}()"
        return self._returned(function) or f"{function}()"

    def _gives_yielded(self, maker: ast.FunctionDef | ast.AsyncFunctionDef, method: str) -> bool:
        return method == "__next__" or (method == "__enter__" and self._is_context_manager(maker))

    def _returned(self, function: str) -> str | None:
        """What an undecorated function of this file returns, if it always returns the same."""
        definition = self.defined(function)
        if not isinstance(definition, FUNCTIONS) or definition.decorator_list:
            return None
        return self._always_returned(definition)

    def _always_returned(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
        returned = [
            node.value
            for node in self._index.own(function, ast.Return)
            if node.value is not None and not is_none(node.value)
        ]
        return self._agreed([self.qualified(value) for value in returned])

    @staticmethod
    def _agreed(names: list[str | None]) -> str | None:
        return names[0] if names and names.count(names[0]) == len(names) else None

    def _bound(self, binding: Binding) -> str | None:
        if binding.how == "import":
            return binding.path
        if binding.how in ("value", "define"):
            return self.qualified(binding.node)
        if binding.how == "enter":
            return self._entered(binding.node)
        if binding.how == "annotated":
            return self._instance_of(binding.node)
        if binding.how == "parameter" and isinstance(binding.node, ast.arg):
            return self._parameter(binding.node)
        return None

    def _entered(self, manager: ast.AST) -> str | None:
        """What `with manager as name` binds."""
        if isinstance(manager, ast.Call):
            function = self.qualified(manager.func)
            if function in ("contextlib.closing", "contextlib.aclosing") and manager.args:
                return self.qualified(manager.args[0])
            definition = self.defined(function)
            if isinstance(definition, FUNCTIONS) and self._is_context_manager(definition):
                return self._yielded(definition)
        name = self.qualified(manager)
        return None if name is None else name + ENTERED

    def _is_context_manager(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        names = {self.qualified(decorator) for decorator in node.decorator_list}
        return bool(names & {"contextlib.contextmanager", "contextlib.asynccontextmanager"})

    def _is_property(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        return any(self.qualified(decorator) in _PROPERTIES for decorator in node.decorator_list)

    def _yielded(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
        """What a generator of this file gives, if it always gives the same."""
        values = [part.value for part in self._index.yields(node) if part.value is not None]
        return self._agreed([self.qualified(value) for value in values])

    def _parameter(self, node: ast.arg) -> str | None:
        if node.annotation is not None:
            return self._instance_of(node.annotation)
        function = self._index.parents[self._index.parents[node]]
        owner = self._index.parents.get(function)
        if isinstance(owner, ast.ClassDef) and isinstance(function, FUNCTIONS):
            decorators = {self.qualified(decorator) for decorator in function.decorator_list}
            first = [*function.args.posonlyargs, *function.args.args][:1]
            if [node] == first and "builtins.staticmethod" not in decorators:
                return self.path(owner) + ("" if "builtins.classmethod" in decorators else "()")
        return None

    def _instance_of(self, annotation: ast.AST) -> str | None:
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            parsed = parse_expression(annotation.value)
            if parsed is None:
                return None
            annotation = _grafted(parsed, annotation, self._index)
        if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
            sides = [side for side in (annotation.left, annotation.right) if not is_none(side)]
            return self._instance_of(sides[0]) if len(sides) == 1 else None
        if isinstance(annotation, ast.Subscript):
            outer = (self.qualified(annotation.value) or "").rpartition(".")[2]
            inner = annotation.slice.elts[0] if isinstance(annotation.slice, ast.Tuple) else annotation.slice
            return self._instance_of(inner) if outer in ("Optional", "Annotated") else None
        name = self.qualified(annotation)
        return None if name is None else f"{name}()"

    def _member(self, base: str, attribute: str) -> str:
        name = f"{base}.{attribute}"
        if not base.startswith(":"):
            return name
        found = self.defined(name)
        if found is not None:
            if base.endswith("()") and isinstance(found, FUNCTIONS) and self._is_property(found):
                return self._always_returned(found) or self.path(found)
            return self.path(found)
        owner = self.defined(base.removesuffix("()"))
        if isinstance(owner, ast.ClassDef) and attribute not in _MANAGERS:
            if name not in self._attributes:
                self._attributes[name] = None
                self._attributes[name] = self._attribute(owner, base, attribute)
            return self._attributes[name] or name
        return name

    def _attribute(self, owner: ast.ClassDef, base: str, attribute: str) -> str | None:
        """What the nearest class, of this file or another, that gives an attribute a value gives it."""
        for ancestor in self.ancestry(owner):
            if ancestor and attribute in self._table(ancestor):
                found = self.bound(ancestor, attribute)
                return self._agreed([self._bound(binding) for binding in found if not _is_none(binding)])
        suffix = "()" if base.endswith("()") else ""
        for name in self.base_names(owner):
            inherited = f"{name}{suffix}.{attribute}"
            known = self._elsewhere.resolve(inherited) if name else inherited
            if known != inherited:
                return known
        return None

    def _result(self, function: str, call: ast.Call) -> str:
        known = self._returned(function)
        if known:
            return known
        if call.args:
            first = call.args[0]
            if function == "functools.partial":
                return self.qualified(first) or "functools.partial()"
            if function in ("builtins.next", "builtins.anext"):
                return self._next(first)
            if function.endswith((".enter_context", ".enter_async_context")):
                return self._entered(first) or f"{function}()"
        return f"{function}()"

    def _next(self, iterator: ast.expr) -> str:
        definition = self.definition(iterator.func) if isinstance(iterator, ast.Call) else None
        given = self._yielded(definition) if isinstance(definition, FUNCTIONS) else None
        return given or f"{self.qualified(iterator)}.__next__()"

    def assigned(self, node: ast.AST) -> ast.expr | None:
        """The one expression that a name stands for, followed through plain assignments; the node itself otherwise."""
        for _ in range(_MAX_DEPTH):
            if node.__class__ is ast.NamedExpr:
                node = node.value
            if node.__class__ is not ast.Name:
                break
            bindings = [binding for binding in self.bindings(node) if not _is_none(binding)]
            if len(bindings) != 1 or bindings[0].how != "value":
                return None
            node = bindings[0].node
        return node if isinstance(node, ast.expr) else None

    def imported(self, node: ast.AST) -> str | None:
        """The dotted path, as the imports of the file spell it, of a name or an attribute of one."""
        if isinstance(node, ast.Attribute):
            base = self.imported(node.value)
            return None if base is None else f"{base}.{node.attr}"
        found = self.bindings(node) if isinstance(node, ast.Name) else []
        paths = {binding.path for binding in found if not _is_none(binding)}
        return paths.pop() if len(paths) == 1 and all(binding.how == "import" for binding in found) else None

    def constant(self, node: ast.Name | ast.Attribute) -> tuple[Scopes, ast.expr] | None:
        """The expression that a name, or an attribute of a class or a module, stands for, followed to the file that
        holds it; and the scopes that it is in."""
        if isinstance(node, ast.Name):
            value = self.assigned(node)
            if value is not None and value is not node:
                return self, value
        else:
            owner = self.definition(node.value)
            if isinstance(owner, ast.ClassDef):
                value = self._class_value(owner, node.attr)
                return None if value is None else (self, value)
        imported = self.imported(node)
        return self._elsewhere.value(imported) if imported else None

    def held(self, path: str) -> ast.expr | str | None:
        """What a dotted path from the names of the module stands for: an expression, or the path of an import."""
        first, *rest = path.split(".")
        found = [binding for binding in self.bound(self._index.tree, first) if not _is_none(binding)]
        if len(found) != 1:
            return None
        how, node = found[0].how, found[0].node
        if how == "import":
            return ".".join([found[0].path, *rest])
        if isinstance(node, ast.ClassDef) and rest:
            return self._class_value(node, rest[0]) if rest[1:] in ([], ["value"]) else None
        return node if how == "value" and not rest and isinstance(node, ast.expr) else None

    def _class_value(self, owner: ast.ClassDef, attribute: str) -> ast.expr | None:
        """What a class without bases, or an enumeration of texts, gives an attribute."""
        bases = {self.qualified(base) for base in owner.bases}
        if bases and bases not in _VALUED:
            return None
        found = self.bound(owner, attribute)
        node = found[0].node if len(found) == 1 and found[0].how == "value" else None
        return node if isinstance(node, ast.expr) else None


def _is_generic(name: str) -> bool:
    """Whether `name[...]` can only be a class with type arguments."""
    return name.endswith("sessionmaker") or (name[:1].isupper() and not name.isupper() and name.isidentifier())


def _is_none(binding: Binding) -> bool:
    return binding.how == "value" and is_none(binding.node)


def _grafted(node: ast.expr, place: ast.AST, index: Index) -> ast.expr:
    """A parsed string annotation, hung where the string stands, so that its names resolve there."""
    index.parents[node] = index.parents[place]
    waiting: list[ast.AST] = [node]
    while waiting:
        current = waiting.pop()
        for child in ast.iter_child_nodes(current):
            index.parents[child] = current
            waiting.append(child)
    return node
