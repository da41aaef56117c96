"""Tasks that are run where they are called, by `apply`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.eager_setting import uses_no_worker
from celerylint.facts.in_test import is_in_test
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.node import names_in


class InlineRun:
    """A call `task.apply(...)`, which runs the task in this process, whoever calls it."""

    of = Dispatch
    words = (".apply(",)

    def __init__(self, dispatch: Dispatch, is_only: bool) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node = dispatch.node
        self.task = dispatch.name
        self._is_only = is_only

    @classmethod
    def find(cls, module: Module) -> Iterable[InlineRun]:
        known = {dispatch.name for dispatch in module.all(Dispatch) if dispatch.is_sent}
        for dispatch in module.all(Dispatch):
            if dispatch.method == "apply":
                yield cls(dispatch, dispatch.name not in known)
                known.add(dispatch.name)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_in_test(self) -> bool:
        """Whether a test runs the task."""
        return is_in_test(self.module, self.node)

    @property
    def is_only_way(self) -> bool:
        """Whether this is the first run of the task in a file that never sends it, and starts no worker."""
        return self._is_only and uses_no_worker(self.module)

    @property
    def may_raise(self) -> bool:
        """Whether a failure of the task may be raised here, by `throw` or by a setting."""
        if self.dispatch.option("throw") or self.dispatch.options.open:
            return True
        return bool(Setting.named(self.module, "task_eager_propagates"))

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody asks how the task ended: the call stands alone, or only its `result` is read."""
        if self.dispatch.is_thrown_away:
            return True
        parents = self.module.index.parents
        holder = parents[self.node]
        if not isinstance(holder, ast.Assign):
            return isinstance(holder, ast.Attribute) and holder.attr == "result"
        target, function = holder.targets[0], self.module.index.enclosing_function(self.node)
        if not isinstance(target, ast.Name) or function is None:
            return False
        uses = [name for name in names_in(function) if name.id == target.id and isinstance(name.ctx, ast.Load)]
        above = [parents[name] for name in uses]
        return all(isinstance(node, ast.Attribute) and node.attr == "result" for node in above)
