"""One file as rules see it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

import pytest

from celerylint.core.settings import Settings
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.needs import Gate, Spoken, needs_of
from tests.build import module_of

calls: list[Module] = []


class Name:
    """A fact for tests: a name."""

    def __init__(self, module: Module, node: ast.Name) -> None:
        self.module = module
        self.node = node
        self.span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[Name]:
        calls.append(module)
        yield from (cls(module, node) for node in ast.walk(module.source.tree) if isinstance(node, ast.Name))


def test_facts_of_a_kind_are_computed_once() -> None:
    module = module_of("a; b")
    before = len(calls)
    assert module.all(Name) is module.all(Name)
    assert module.at(Name, module.all(Name)[0].node) is module.all(Name)[0]
    assert len(calls) == before + 1


def test_a_fact_stands_at_its_node() -> None:
    module = module_of("a; b()")
    first, second = module.all(Name)
    assert module.at(Name, second.node) is second
    assert module.at(Name, module.source.tree) is None
    assert module.at(Name, None) is None
    assert first.span == Span(1, 0, 1, 1)


def test_the_root_packages_that_a_file_imports() -> None:
    module = module_of(
        "import a.b, c as d\nfrom e.f import g\nfrom .h import i\nfrom . import j\nif x:\n    import k\n"
        "def f():\n    from l import m\n"
    )
    assert module.imported == {"a", "c", "e", "k", "l"}


class Rest:
    """A kind that any file may hold."""

    @classmethod
    def find(cls, module: Module) -> list[Rest]:
        return [cls()]


class Whole(Rest):
    words = ("send",)


class Longer(Rest):
    words = ("*_serializer", "CELERY_*", "*ession*")


class Text(Rest):
    words = (".s(", "async with")


class Inner(Rest):
    of = Whole
    words = ("mail",)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("x = 1", set()),
        ("send()", {Whole}),
        ("resend(sender)", set()),
        ("# send", {Whole}),
        ("task_serializer", {Longer}),
        ("task_serializers", set()),
        ("CELERY_X", {Longer}),
        ("MY_CELERY_X", set()),
        ("get_sessions()", {Longer}),
        ("mail.s(1)", {Text}),
        ("mails (1)", set()),
        ("async with a: ...", {Text}),
        ("mail.send()", {Whole, Inner}),
        ("mail", set()),
    ],
)
def test_a_gate_tells_which_kinds_a_file_may_hold(text: str, held: set[type]) -> None:
    kinds = {Rest, Whole, Longer, Text, Inner}
    module = module_of(text)
    needs = {kind.__name__: needs_of(kind) for kind in kinds}
    found = Gate(needs, needs).held(Spoken(module.source, Settings()))
    gated = Module(module.source, Settings(), held=found)
    assert {kind for kind in kinds if module.may_hold(kind)} == held | {Rest}
    assert {kind for kind in kinds if gated.may_hold(kind)} == held | {Rest}


class Both(Rest):
    words = ("retry",)
    also = (".delay(", "queue")


class Either(Rest):
    of = (Whole, Both)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("retry", set()),
        ("retry; queue", {Both, Either}),
        ("a.delay(retry)", {Both, Either}),
        ("send", {Whole, Either}),
        ("queue", set()),
    ],
)
def test_a_kind_needs_a_second_word_and_one_of_several_kinds(text: str, held: set[type]) -> None:
    kinds = (Whole, Both, Either)
    needs = {kind.__name__: needs_of(kind) for kind in kinds}
    module = module_of(text)
    found = Gate(needs, needs).held(Spoken(module.source, Settings()))
    assert {kind for kind in kinds if found.get(kind.__name__)} == held
    assert {kind for kind in kinds if module.may_hold(kind)} == held


def test_there_is_none_of_a_kind_without_one_that_it_is_of() -> None:
    class Nothing(Rest):
        @classmethod
        def find(cls, module: Module) -> list[Rest]:
            return []

    class Part(Rest):
        of = Nothing

    module = module_of("send")
    assert module.may_hold(Part)
    assert module.all(Part) == []


def test_a_pattern_is_looked_for_once() -> None:
    module = module_of("x = 1")
    pattern = re.compile(r"x\s*=")
    assert module.says(pattern) is module.says(pattern) is True
    assert module.says(re.compile("y")) is False
