"""Receivers of Celery's signals: what is given to `connect`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import APP_SIGNALS, SIGNAL_CLASSES, SIGNALS
from celerylint.core.span import Span
from celerylint.facts.app import is_app
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.parameters import first_argument
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import DEFINITIONS, callee, last_name
from celerylint.syntax.value import fold

_STAYS = frozenset(
    "worker_main start start_worker run main wait sleep serve_forever run_forever run_until_complete call_command "
    "execute_from_command_line invoke".split()
)
"""What a function calls that does not return for long, so that whatever is defined in it stays alive."""


class Receiver:
    """A function, lambda or method that is connected to a signal of Celery: of the module `celery.signals`, of an app
    (`app.on_after_configure`), or one made of Celery's class. `node` is the function that runs, if this file shows it
    and no other decorator stands on it."""

    words = ("connect",)

    def __init__(
        self, module: Module, method: ast.expr, connect: ast.Call | None, given: ast.AST, lasting: dict[ast.AST, bool]
    ) -> None:
        self.module = module
        self._lasting = lasting
        self._signal = method.value if isinstance(method, ast.Attribute) else method
        self._connect = connect
        self._method = method
        self._given = given
        self.node: Function | ast.Lambda | None = given if isinstance(given, ast.Lambda) else None
        defined = module.scopes.definition(given)
        if isinstance(defined, FUNCTIONS) and all(_connects(module, each) for each in defined.decorator_list):
            self.node = defined

    @classmethod
    def find(cls, module: Module) -> Iterable[Receiver]:
        decorators: set[ast.expr] = set()
        lasting: dict[ast.AST, bool] = {}
        for function in module.index.functions("connect"):
            for decorator in function.decorator_list:
                decorators.add(decorator)
                if _connects(module, decorator):
                    made = decorator if isinstance(decorator, ast.Call) else None
                    yield cls(module, made.func if made else decorator, made, function, lasting)
        for connect in module.index.calls("connect"):
            if connect in decorators or not _is_connect(module, connect.func):
                continue
            outer = module.index.parents[connect]
            if connect.args:
                yield cls(module, connect.func, connect, connect.args[0], lasting)
            elif isinstance(outer, ast.Call) and outer.func is connect and outer.args:
                yield cls(module, connect.func, connect, outer.args[0], lasting)

    @cached_property
    def span(self) -> Span:
        """The place of what is connected: the header of a decorated function, the argument of a call."""
        if isinstance(self._given, FUNCTIONS):
            return self.module.source.header(self._given)
        return self.module.span(self._given)

    @property
    def connect_span(self) -> Span:
        """The place of the call of `connect`, or of `signal.connect` where a decorator does not call it."""
        return self.module.span(self._connect or self._method)

    @property
    def node_span(self) -> Span:
        """The place of the function itself."""
        return self.module.source.header(self.node) if isinstance(self.node, FUNCTIONS) else self.span

    @property
    def name(self) -> str:
        """How to speak of the function."""
        return f"`{self.node.name}`" if isinstance(self.node, FUNCTIONS) else "this lambda"

    @cached_property
    def signal(self) -> str | None:
        """The name of the signal, if it is one of `celery.signals`."""
        prefix, _, name = (self.module.scopes.qualified(self._signal) or "").rpartition(".")
        return name if prefix == "celery.signals" else None

    @property
    def lacks_keywords(self) -> bool:
        """Whether the function has no `**kwargs`, so that `connect` refuses it (celery.utils.dispatch.signal)."""
        return self.node is not None and self.node.args.kwarg is None and not self._may_be("retry")

    @property
    def is_coroutine(self) -> bool:
        """Whether calling the function only makes a coroutine."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @property
    def is_collected(self) -> bool:
        """Whether nothing but the weak reference of the signal holds what is connected."""
        given = self._given
        if self._may_be("retry") or self._is_strong:
            return False
        if isinstance(given, ast.Lambda):
            return True
        if isinstance(given, ast.Call):
            return self.module.scopes.qualified(given.func) == "functools.partial" or self._is_temporary(given)
        if isinstance(given, ast.Attribute):
            return self._is_temporary(given.value) and self.node is not None and not self._is_decorated
        return isinstance(self.node, FUNCTIONS) and self._dies_with_its_function(self.node)

    @property
    def _is_decorated(self) -> bool:
        """Whether anything stands above the function."""
        return isinstance(self.node, FUNCTIONS) and bool(self.node.decorator_list)

    @property
    def _is_strong(self) -> bool:
        """Whether `weak=False` is given, or something that may be it."""
        if self._connect is None:
            return False
        given = [keyword.value for keyword in self._connect.keywords if keyword.arg == "weak"]
        by_place = len(self._connect.args) > (1 if isinstance(self._given, FUNCTIONS) else 2)
        return by_place or any(fold(value, self.module.scopes) is not True for value in given)

    def _may_be(self, option: str) -> bool:
        """Whether an option of `connect` may be true."""
        keywords = self._connect.keywords if self._connect else []
        return any(
            keyword.arg is None or (keyword.arg == option and fold(keyword.value, self.module.scopes) is not False)
            for keyword in keywords
        )

    def _is_temporary(self, node: ast.expr) -> bool:
        """Whether an expression makes an object of a class of this file, which nobody keeps."""
        owner = self.module.scopes.definition(node.func) if isinstance(node, ast.Call) else None
        if not isinstance(owner, ast.ClassDef) or owner.decorator_list or owner.keywords:
            return False
        if any(base != "builtins.object" for base in self.module.scopes.base_names(owner)):
            return False
        path = self.module.scopes.path(owner)
        made = [self.module.scopes.defined(f"{path}.{name}") for name in ("__init__", "__new__")]
        return made[1] is None and not (isinstance(made[0], FUNCTIONS) and self._hands_on_itself(made[0]))

    def _hands_on_itself(self, method: Function) -> bool:
        """Whether a method uses its object otherwise than to set attributes."""
        first = first_argument(method)
        uses = uses_of(self.module, method, first.arg) if first else []
        attributes = (self.module.index.parents[use] for use in uses)
        return any(not (isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)) for each in attributes)

    def _dies_with_its_function(self, function: Function) -> bool:
        """Whether a nested function is nowhere but where it is connected, and the function around it returns."""
        around = next((each for each in self.module.index.ancestors(function) if isinstance(each, DEFINITIONS)), None)
        if not isinstance(around, ast.FunctionDef) or self._lasts(around):
            return False
        if any(function.name in node.names for node in self.module.index.own(around, ast.Global)):
            return False
        return all(self._is_connected(use, around) for use in uses_of(self.module, around, function.name))

    def _lasts(self, function: ast.FunctionDef) -> bool:
        """Whether a function does not return for long."""
        if function not in self._lasting:
            calls = self.module.index.own(function, ast.Call)
            names = {last_name(call.func) for call in calls}
            self._lasting[function] = bool(self.module.index.yields(function)) or not names.isdisjoint(_STAYS)
        return self._lasting[function]

    def _is_connected(self, name: ast.Name, around: Function) -> bool:
        """Whether a use of a function is that it is connected, there and not in a closure that may be kept."""
        call = self.module.index.parents[name]
        is_given = isinstance(call, ast.Call) and call.args[:1] == [name] and _connects(self.module, call.func)
        return is_given and self.module.index.enclosing_function(name) is around


def _connects(module: Module, node: ast.expr) -> bool:
    """Whether an expression is `signal.connect`, or a call of it that gives a decorator."""
    return _is_connect(module, callee(node))


def _is_connect(module: Module, node: ast.expr) -> bool:
    if not (isinstance(node, ast.Attribute) and node.attr == "connect"):
        return False
    signal = node.value
    prefix, _, name = (module.scopes.qualified(signal) or "").rpartition(".")
    if prefix == "celery.signals":
        return name in SIGNALS
    if isinstance(signal, ast.Attribute) and signal.attr in APP_SIGNALS:
        return is_app(module, module.scopes.qualified(signal.value), guess=signal.attr != "on_configure")
    return f"{prefix}.{name}".removesuffix("()") in SIGNAL_CLASSES
