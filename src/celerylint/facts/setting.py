"""Celery settings that a file sets, in every way in which one file can."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.app import is_app
from celerylint.facts.module import Module
from celerylint.syntax.value import entries, text_of


class Setting:
    """A setting and the expression it is set to. `path` holds the keys of an item assignment below it:
    `app.conf.task_annotations["mail.send"] = …`."""

    def __init__(self, module: Module, name: str, node: ast.expr, path: tuple[str | None, ...] = ()) -> None:
        self.module = module
        self.name = name
        self.node = node
        self.path = path

    @classmethod
    def find(cls, module: Module) -> Iterable[Setting]:
        for plain in module.index.all(ast.Assign):
            for target in plain.targets:
                yield from cls._assigned(module, target, plain.value)
        for annotated in module.index.all(ast.AnnAssign):
            if annotated.value:
                yield from cls._assigned(module, annotated.target, annotated.value)
        for call in module.index.all(ast.Call):
            function = call.func
            if not isinstance(function, ast.Attribute):
                continue
            if function.attr == "update" and _is_conf(module, function.value):
                given = [(keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg]
                for argument in call.args[:1]:
                    given += [
                        (key, value) for key, value in entries(argument, module.scopes) or [] if isinstance(key, str)
                    ]
                for name, value in given:
                    yield cls(module, name, value)
            elif function.attr == "config_from_object" and call.args:
                yield from cls._of_class(module, call.args[0])

    @classmethod
    def _assigned(cls, module: Module, target: ast.expr, value: ast.expr) -> Iterator[Setting]:
        """`app.conf.x = …`, `app.conf["x"] = …`, `app.conf.x["key"] = …`, and `CELERY_X = …` of a settings module."""
        path: list[str | None] = []
        while isinstance(target, ast.Subscript):
            key = text_of(target.slice, module.scopes)
            if _is_conf(module, target.value):
                if key:
                    yield cls(module, key, value, tuple(reversed(path)))
                return
            path.append(key)
            target = target.value
        if isinstance(target, ast.Attribute) and _is_conf(module, target.value):
            yield cls(module, target.attr, value, tuple(reversed(path)))
        elif isinstance(target, ast.Name) and target.id.startswith("CELERY"):
            scope = module.index.enclosing_function(target)
            if scope is None:
                yield cls(module, target.id, value, tuple(reversed(path)))

    @classmethod
    def _of_class(cls, module: Module, node: ast.expr) -> Iterator[Setting]:
        """The attributes of a class of this file that the app is configured from."""
        owner = module.scopes.definition(node)
        for statement in owner.body if isinstance(owner, ast.ClassDef) else ():
            if isinstance(statement, ast.Assign):
                for target in statement.targets:
                    if isinstance(target, ast.Name) and not target.id.startswith("CELERY"):
                        yield cls(module, target.id, statement.value)

    @cached_property
    def span(self) -> Span:
        """The place of the value."""
        return self.module.span(self.node)


class OpenSettings:
    """Settings that come from where the file does not show: `config_from_object("…")`, `conf.update(options)`."""

    words = ("config_from_", "conf")

    def __init__(self, node: ast.AST) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[OpenSettings]:
        for call in module.index.all(ast.Call):
            function = call.func
            if not isinstance(function, ast.Attribute):
                continue
            if function.attr.startswith("config_from_"):
                source = module.scopes.definition(call.args[0]) if call.args else None
                if not isinstance(source, ast.ClassDef):
                    yield cls(call)
            elif function.attr == "update" and _is_conf(module, function.value):
                shown = all(keyword.arg for keyword in call.keywords)
                if not shown or any(entries(argument, module.scopes) is None for argument in call.args):
                    yield cls(call)
        for node in module.index.all(ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr == "conf":
                    yield cls(node)


def _is_conf(module: Module, node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "conf"
        and (module.scopes.qualified(node.value) is not None)
        and is_app(module, module.scopes.qualified(node.value))
    )
