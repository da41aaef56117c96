"""Tasks: functions that Celery registers, classes with a `run`, and the options they are given."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import APP_CLASSES, ASYNC_POOL_PACKAGES, SHARED_TASK
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.app import (
    Made,
    OwnTaskClass,
    apps,
    bound_elsewhere,
    creation,
    is_task_class,
    is_task_factory,
    made_elsewhere,
)
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters, first_argument
from celerylint.facts.project import done_elsewhere
from celerylint.facts.task_class import Option, Options, Part, TaskClass, task_class
from celerylint.facts.task_maker import maker_of
from celerylint.syntax.index import FUNCTIONS, Function, in_order
from celerylint.syntax.node import names_in
from celerylint.syntax.value import UNKNOWN

_WRAPPING = frozenset({"__call__", "__init__", "__new__", "bind"})
"""Methods of a task class that may put something else in the place of `run`."""
_HARMLESS = frozenset({"name", "request.id", "request.root_id", "request.delivery_info", "update_state"})
"""What may be asked of a task by what neither retries it nor reads its options."""
_AWAITED_DISPATCH = regex(r"\bawait\s+[\w.]+\.(?:delay|apply_async)\(")
_SENDERS = frozenset({"apply_async", "delay", "signature", "s", "si"})


class Task:
    """A function that Celery runs in a worker.

    `node` is the `def`, for a class-based task its `run`. `made_by` is the decorator, or the call in its place, that
    makes it a task. `is_wrapped` means that another decorator stands between Celery and the function, so that its
    parameters and its result need not be those of the task.
    """

    words = ("shared_task", ".task", "Task")
    pattern = regex(r"shared_task|\.task\s*(?:[(,)\n#]|$)|(?<!\w)Task\s*(?:[,)\[(\n]|as\b|$)")
    words_of = ("task_decorators", "task_bases")

    def __init__(
        self,
        module: Module,
        node: Function,
        options: Options,
        factory: ast.expr | None,
        is_wrapped: bool,
        owner: TaskClass | None = None,
        made_by: ast.expr | None = None,
    ) -> None:
        self.module = module
        self.node = node
        self.owner = owner
        self.name = owner.name if owner else node.name
        self.is_wrapped = is_wrapped
        self.made_by = made_by
        self.factory = factory
        self._own_options = options

    @classmethod
    def find(cls, module: Module) -> Iterable[Task]:
        found: dict[Function, Task] = {}
        for function in _candidates(module):
            for position, decorator in enumerate(function.decorator_list):
                maker = maker_of(module, decorator, direct=True)
                if maker:
                    below = function.decorator_list[position + 1 :]
                    wrapped = bool(below) or maker.wraps
                    found[function] = cls(module, function, maker.options, maker.factory, wrapped, made_by=decorator)
                    break
        for call in module.index.calls("task", "shared_task", "", texts=("task(",)):
            task = cls._of_call(module, call)
            if task:
                found.setdefault(task.node, task)
        for owner in module.all(TaskClass):
            abstract = owner.options.named.get("abstract")
            own = module.scopes.locals(owner.node).get("abstract")
            if owner.run and not (own and abstract and abstract.value is True):
                wrapped = bool(owner.run.decorator_list)
                found.setdefault(owner.run, cls(module, owner.run, owner.options, None, wrapped, owner))
        return [found[node] for node in in_order(found)]

    @classmethod
    def _of_call(cls, module: Module, call: ast.Call) -> Task | None:
        """`task = app.task(function)`, `task = shared_task(bind=True)(function)`."""
        if not call.args:
            return None
        if isinstance(module.index.parents[call], ast.Return):
            return None  # returned by a decorator, which is no task itself
        function = module.scopes.definition(call.args[0])
        if not isinstance(function, FUNCTIONS):
            return None
        maker = maker_of(module, call.func, direct=True)
        if maker is None:
            return None
        made_by = call.func if isinstance(call.func, ast.Call) else call
        given = Options.of_call(module, call, direct=True) if made_by is call else maker.options
        wrapped = bool(function.decorator_list)
        return cls(module, function, given.over(maker.options), maker.factory, wrapped, made_by=made_by)

    @lazy
    def span(self) -> Span:
        """The place of `def name`, where a comment about the whole task would stand."""
        return self.module.source.header(self.node)

    @property
    def decorator_span(self) -> Span | None:
        """The place of what makes it a task, if that is Celery's own and so takes any option."""
        made_by = self.made_by
        called = made_by.func if isinstance(made_by, ast.Call) else made_by
        is_own = self.factory is not None and called is self.factory
        return self.module.span(made_by) if made_by and is_own else None

    # --- options

    @lazy
    def base(self) -> TaskClass | None:
        """The base class that `base=` names, if a file of the project defines it; of a class-based task the class."""
        if self.owner:
            return self.owner
        given = self._own_options.named.get("base")
        return task_class(self.module, given.node) if given else None

    @lazy
    def has_unknown_base(self) -> bool:
        """Whether `base=` names a class that cannot be seen whole."""
        given = self._own_options.named.get("base")
        if given is None or self.owner:
            return self.owner is not None and self.owner.options.open
        if self.base is None:
            return not is_task_class(self.module, self.module.scopes.qualified(given.node))
        return self.base.options.open

    @lazy
    def options(self) -> Options:
        """Every option that this file shows, the base class's included."""
        if self.owner or self.base is None:
            return Options(self._own_options.named, self._own_options.open or self.has_unknown_base)
        return self._own_options.over(self.base.options)

    def option(self, name: str) -> Option | None:
        """An option by name, None if it is not given."""
        return self.options.named.get(name)

    @lazy
    def direct_options(self) -> list[Option]:
        """The options written in the task's own decorator, in their order."""
        return [option for option in self._own_options.named.values() if option.direct]

    @property
    def is_made_by_word(self) -> bool:
        """Whether a decorator that only the settings name makes the task: what it is given need be no option."""
        words = self.module.settings.task_decorators
        name = self.module.scopes.qualified(self.factory) if words and self.factory is not None else None
        is_named = name is not None and matches_any(name, words)
        return is_named and self.factory is not None and not is_task_factory(self.module, self.factory)

    @lazy
    def app_creation(self) -> ast.Call | None:
        """The call in this file that made the app of the task."""
        return creation(self.module, self.factory) if self.factory is not None else None

    @lazy
    def app_made(self) -> Made | None:
        """The call that made the app of the task, in this file or another."""
        if self.app_creation is not None:
            return Made(self.module, self.app_creation)
        return made_elsewhere(self.module, self.factory) if self.factory is not None else None

    @property
    def app_home(self) -> Module:
        """The file in which the app of the task is made, as far as that can be seen: this one otherwise."""
        found = bound_elsewhere(self.module, self.factory) if self.factory is not None else None
        return found.module if found else self.module

    @property
    def other_app_file(self) -> Module | None:
        """The other file of the project that makes the app of the task: for a task of every app the only one that makes
        any."""
        if self.factory is None or self.app_home is not self.module:
            return self.app_home if self.factory is not None else None
        if self.module.scopes.qualified(self.factory) not in SHARED_TASK:
            return None
        makers = [made for made in self.module.project.app_files() if apps(made)]
        is_other = len(makers) == 1 and not apps(self.module)
        return makers[0] if is_other else None

    def is_registered_as(self, name: str) -> bool:
        """Whether the task is known under a name, as far as the file tells."""
        given = self.option("name")
        if given is not None:
            return given.value == name
        home, _, last = name.rpartition(".")
        return not self.options.open and last == self.name and bool(home) and self.module.is_called(home)

    @property
    def is_elsewhere(self) -> bool:
        """Whether another file defines the task: what its function does is not to be seen."""
        return self.module.is_elsewhere

    @lazy
    def app(self) -> ast.AST | str | None:
        """What tells the app of the task from others: the call that made it, or the name of what makes tasks."""
        if self.factory is None:
            return None
        scopes = self.module.scopes
        return self.app_creation or scopes.imported(self.factory) or scopes.qualified(self.factory)

    @property
    def is_open(self) -> bool:
        """Whether the decorator, or the class, may give options that this file does not show; `base=` aside."""
        return self.owner.options.open if self.owner else self._own_options.open

    @property
    def written_options(self) -> list[Option]:
        """The options in the task's own decorator, or in the body of its class."""
        return self.owner.own_options if self.owner else self.direct_options

    @property
    def may_be_named(self) -> bool:
        """Whether it is given a name, or may be where this file does not show; a base class gives a function none."""
        return self.is_open or "name" in self._own_options.named

    @property
    def has_docstring(self) -> bool:
        """Whether the function says what it does, or the class around it."""
        texts = [ast.get_docstring(node, clean=False) for node in (self.node, self.owner and self.owner.node) if node]
        return any(text and text.strip() for text in texts)

    @property
    def has_own_option_readers(self) -> bool:
        """Whether the app or the base class may read options that Celery does not know: only an app that is seen to be
        made without a task class of its own surely does not."""
        if self.owner or self.app_made is None or self.option("base"):
            return True
        return self.app_has_task_class

    @lazy
    def has_own_class(self) -> bool:
        """Whether the task may be of a class that does more than Celery's own."""
        return self.option("base") is not None or self._own_options.open or self.app_has_task_class

    @property
    def has_code_around(self) -> bool:
        """Whether a run may do more than the function: by the class of the task, or a decorator below Celery's."""
        return self.owner is not None or self.is_wrapped or self.has_own_class

    @lazy
    def app_has_task_class(self) -> bool:
        """Whether the app is given a task class of its own, which may do more than call the function."""
        if self.module.settings.own_task_class:
            return True
        made = self.app_made
        if made is not None and any(keyword.arg in (None, "task_cls") for keyword in made.call.keywords):
            return True
        if made is not None and made.module.scopes.qualified(made.call.func) not in APP_CLASSES:
            return True  # a class derived from Celery's may make tasks of its own
        return bool(self.module.all(OwnTaskClass)) or (made is not None and bool(made.module.all(OwnTaskClass)))

    @property
    def may_be_awaited(self) -> bool:
        """Whether something around the function may run the coroutine that it returns: a decorator, a base class or an
        app of the project, a pool for coroutines."""
        if self.is_wrapped or self.has_unknown_base or self.app_has_task_class:
            return True
        if self.module.imports(ASYNC_POOL_PACKAGES) or _awaits_dispatches(self.module):
            return True
        return self.base is not None and not _WRAPPING.isdisjoint(self.base.method_names)

    @lazy
    def is_bound(self) -> bool | None:
        """Whether the function gets the task as its first argument; None if that cannot be seen."""
        if self.owner:
            return True
        given = self._own_options.named.get("bind")
        if given is not None:
            return None if given.value is UNKNOWN else bool(given.value)
        return None if self._own_options.open or self.has_unknown_base else False

    @lazy
    def is_handed_on(self) -> bool:
        """Whether the code hands the task itself to something, which may read any option of it, or retry it."""
        name = self.self_argument.arg if self.self_argument else None
        if name is None:
            return False
        inside = names_in(self.owner.node if self.owner else self.node)
        return any(node.id == name and self._may_be_changed(node) for node in inside)

    def _may_be_changed(self, node: ast.Name) -> bool:
        """Whether the task goes from a name to what may do anything with it; a function of another file may be seen to
        ask for its name alone, and the like."""
        parents = self.module.index.parents
        holder = parents[node]
        call = parents[holder] if isinstance(holder, ast.keyword) else holder
        if isinstance(call, ast.Call) and call.func is not node:
            return not done_elsewhere(self.module, call, node) <= _HARMLESS
        return not isinstance(holder, ast.Attribute)

    @property
    def is_pydantic(self) -> bool:
        """Whether Celery turns arguments to pydantic models, and an annotated result to a dict: only True does that."""
        given = self.option("pydantic")
        return given is not None and (given.value is True or given.value is UNKNOWN)

    # --- parameters

    @lazy
    def parameters(self) -> Parameters:
        """What the function takes, the task itself included if it is bound."""
        return Parameters.of(self.node)

    @lazy
    def given_parameters(self) -> Parameters | None:
        """What a caller may give; None if that cannot be seen."""
        if self.is_bound is None or self.is_wrapped or self.is_method or len(self.node.decorator_list) > 1:
            return None
        return self.parameters.after_first if self.is_bound else self.parameters

    @lazy
    def has_own_sender(self) -> bool:
        """Whether a base class, or the app's task class, may send the task in a way of its own."""
        base_sends = self.base is not None and bool(self.base.method_names & _SENDERS)
        return self.has_unknown_base or base_sends or self.app_has_task_class

    @lazy
    def checks_arguments(self) -> bool:
        """Whether Celery compares the arguments with the function's parameters when the task is sent, as it does
        unless `typing=False`, or the app, or a class of the project, has it otherwise."""
        typing, made = self.option("typing"), self.app_made
        if self.has_own_sender or (typing and typing.value is not True):
            return False
        return not (made and any(keyword.arg == "strict_typing" for keyword in made.call.keywords))

    @property
    def self_argument(self) -> ast.arg | None:
        """The parameter that is the task, if there is one."""
        return first_argument(self.node) if self.is_bound else None

    @property
    def is_coroutine(self) -> bool:
        """Whether calling the function only makes a coroutine."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @lazy
    def is_generator(self) -> bool:
        """Whether calling the function only makes a generator."""
        return bool(self.module.index.yields(self.node))

    @property
    def is_stub(self) -> bool:
        """Whether the function does nothing: a docstring, `...`, `pass`, a `raise`."""
        return all(
            isinstance(part, (ast.Pass, ast.Raise))
            or (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
            for part in self.node.body
        )

    @property
    def first_parameter(self) -> Part | None:
        """The first parameter that may be given by place."""
        argument = first_argument(self.node)
        return Part(argument.arg, self.module.span(argument)) if argument else None

    @property
    def is_method(self) -> bool:
        """Whether the function stands in the body of a class."""
        return isinstance(self.module.index.parents[self.node], ast.ClassDef)


def _awaits_dispatches(module: Module) -> bool:
    """Whether the file awaits what `delay` gives, which is no coroutine unless the app is one for coroutines."""
    return module.source.holds("await") and module.says(_AWAITED_DISPATCH)


def _candidates(module: Module) -> list[Function]:
    """The functions that may be tasks: what stands in functions without a decorator inside is left out."""
    return module.index.functions(" @", "\t@")


def task_of(module: Module, node: ast.AST) -> Task | None:
    """The task that an expression is: the bound first parameter, `self` of a task class, or a task of this file."""
    if isinstance(node, ast.Name):
        bindings = module.scopes.bindings(node)
        if len(bindings) == 1 and isinstance(bindings[0].node, ast.arg):
            argument = bindings[0].node
            function = module.index.parents[module.index.parents[argument]]
            task = module.at(Task, function)
            if task is None or task.self_argument is not argument or (task.is_wrapped and not task.owner):
                return _task_of_method(module, function, argument)
            return task
    elif isinstance(node, ast.Attribute) and node.attr not in module.scopes.defining_names:
        return None
    task = module.at(Task, module.scopes.definition(node))
    return task if task and not task.owner else None


def _task_of_method(module: Module, function: ast.AST, argument: ast.arg) -> Task | None:
    """The task of a class whose method has `self` for its first parameter."""
    owner = module.at(TaskClass, module.index.parents.get(function))
    if not (owner and owner.run and isinstance(function, FUNCTIONS) and first_argument(function) is argument):
        return None
    decorators = {module.scopes.qualified(decorator) for decorator in function.decorator_list}
    return None if decorators & {"builtins.staticmethod", "builtins.classmethod"} else module.at(Task, owner.run)
