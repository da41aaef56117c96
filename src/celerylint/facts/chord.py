"""Chords: the headers that Celery waits for, and the bodies it calls then."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.backends import NO_CHORDS, WAITING_FOR_RESULTS
from celerylint.core.span import Span
from celerylint.facts.canvas import Canvas, Element, canvas_of
from celerylint.facts.dispatch import Dispatch, signature_of
from celerylint.facts.ignored_result import asks_for_results, ignores_by_default, ignores_result
from celerylint.facts.module import Module
from celerylint.facts.result_backend import ResultBackend


class Chord:
    """A chord with its body, or a group with something after it in a chain, which Celery makes a chord of."""

    of = Canvas

    def __init__(self, canvas: Canvas, header: list[Element]) -> None:
        self.module = canvas.module
        self.node = canvas.node
        self.header = header

    @classmethod
    def find(cls, module: Module) -> Iterable[Chord]:
        for canvas in module.all(Canvas):
            if canvas.kind == "chord" and canvas.body is not None:
                yield cls(canvas, _elements_of_group(canvas, canvas.elements[:1]) or canvas.elements)
            elif canvas.kind == "chain":
                for element in canvas.elements[:-1]:
                    header = _elements_of_group(canvas, [element])
                    if header:
                        yield cls(canvas, header)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def backend(self) -> str | None:
        """How the address of the result backend begins, empty if there is none; None if that cannot be seen."""
        return next((backend.scheme for backend in self.module.all(ResultBackend)), None)

    @property
    def has_no_backend(self) -> bool:
        """Whether Celery refuses to start it: without a result backend, or with one that knows no chords."""
        return self.backend is not None and self.backend in NO_CHORDS

    @property
    def signatures(self) -> list[Dispatch]:
        """The signatures in the header that this file shows."""
        found = (signature_of(self.module, element.node) for element in self.header if not element.is_open)
        return [dispatch for dispatch in found if dispatch]


class IgnoredHeader:
    """A signature in the header of a chord whose result is thrown away, so that the chord waits for it in vain."""

    of = Chord

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        self.node = dispatch.node
        self.span = dispatch.span

    @classmethod
    def find(cls, module: Module) -> Iterable[IgnoredHeader]:
        chords = [chord for chord in module.all(Chord) if chord.backend in WAITING_FOR_RESULTS]
        if not chords or asks_for_results(module):
            return
        by_default = ignores_by_default(module)
        found = {dispatch.node: dispatch for chord in chords for dispatch in chord.signatures}
        for dispatch in found.values():
            if dispatch.task and ignores_result(dispatch.task, by_default):
                yield cls(dispatch)


def _elements_of_group(canvas: Canvas, elements: list[Element]) -> list[Element]:
    """The elements of a group that stands for all of these."""
    group = canvas_of(canvas.module, elements[0].node) if elements and not elements[0].is_open else None
    return group.elements if group and group.kind == "group" else []
