"""What `typing.NamedTuple` makes, without its cost: a class made by each gives the same answers."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import typing
from collections.abc import Callable
from typing import Any

import pytest

from celerylint.core import named_tuple
from celerylint.core.span import Span
from celerylint.linter.baseline import Known

PLACE = '''
class Place(NamedTuple):
    """A place."""

    line: int
    name: str = "here"
    parts: tuple[str, ...] = ()

    @property
    def is_named(self):
        return self.name != "here"
'''
QUESTIONS: dict[str, Callable[[Any], object]] = {
    "positions": lambda place: tuple(place(1, "a", ("b",))),
    "keywords": lambda place: tuple(place(parts=("b",), line=2)),
    "text": lambda place: repr(place(1)),
    "equal": lambda place: [place(1) == place(1), place(1) == (1, "here", ()), place(1) == place(2)],
    "hash": lambda place: len({place(1), place(1), (1, "here", ())}),
    "order": lambda place: sorted([place(2), place(1)])[0][0],
    "attributes": lambda place: [place(1).line, place(1).name, place(1).is_named, place(1, "x").is_named],
    "replace": lambda place: repr(place(1)._replace(name="x")),
    "fields": lambda place: [place._fields, place._field_defaults, place.__match_args__, place(1)._asdict()],
    "class": lambda place: [place.__doc__, place.__name__, place.__module__, typing.get_type_hints(place)],
    "copy": lambda place: repr(copy.copy(place(3))),
    "pickle": lambda place: repr(pickle.loads(pickle.dumps(place(3)))),
    "no dict": lambda place: hasattr(place(1), "__dict__"),
    "missing": lambda place: place(),
    "too many": lambda place: place(1, "a", (), 4),
    "unknown": lambda place: place(1, other=2),
    "twice": lambda place: place(1, line=2),
    "unknown to replace": lambda place: place(1)._replace(other=2),
    "assigned": lambda place: setattr(place(1), "line", 2),
    "added": lambda place: setattr(place(1), "other", 2),
}


def made_by(base: object) -> Any:
    """A class of which there is no value yet."""
    space = {"NamedTuple": base, "__name__": __name__}
    exec(PLACE, space)
    globals()["Place"] = space["Place"]  # where pickle looks for it
    return space["Place"]


def answer(base: object, question: str) -> object:
    try:
        return QUESTIONS[question](made_by(base))
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error)


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_as_that_of_the_standard_library(question: str) -> None:
    assert answer(named_tuple.NamedTuple, question) == answer(typing.NamedTuple, question)


def test_it_is_matched_by_position() -> None:
    match Span(1, 2, 3, 4):
        case Span(line, column):
            assert (line, column) == (1, 2)


def test_what_a_class_defines_itself_stays() -> None:
    assert str(Known("a.py", "CEL201", "", "x")) == "a.py: CEL201: x"


def test_a_value_is_read_in_a_process_that_has_made_none() -> None:
    data = pickle.dumps(Span(1, 2, 3, 4))
    code = f"import pickle\nvalue = pickle.loads({data!r})\nprint(type(value).__name__, value.end_line)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Span", "3"]
